export { type Fragment, fragment } from './fragment.js'
export { styleOf } from './style.js'
export { writeHtml } from './write-html.js'

export { figureNames, splitFigureNames } from './figure-names.js'
export { parseMarkdown } from './parse.js'
export { parseProse, shownAsText } from './prose.js'
export { proseOf } from './prose-of.js'

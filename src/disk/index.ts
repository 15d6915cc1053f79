export { CannotRead, CannotWrite } from './errors.js'
export { publish } from './publish.js'
export { readBytes, readTree } from './read.js'

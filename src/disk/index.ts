export { CannotRead, CannotWrite } from './errors.js'
export type { Files, FormerSet } from './publication.js'
export { publish } from './publish.js'
export { readBytes, readTree } from './read.js'

export { type EntityReport, inspectEntity } from './entity/entity.js'
export { NotTaken } from './entity/package.js'
export { writeDocx } from './write.js'

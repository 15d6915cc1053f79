export { conTextos } from './con-textos.js'
export { PaqueteInvalido } from './zip.js'

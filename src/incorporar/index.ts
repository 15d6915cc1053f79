export { type Apartado, esRechazo } from './apartado.js'
export { type Incorporado, incorporar, SinMarcas } from './incorporar.js'

export { comunes, huecos, masParecidas } from './align.js'

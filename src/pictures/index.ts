export { opaquePng } from './png.js'
export { prepareLogo, preparePicture } from './prepare.js'

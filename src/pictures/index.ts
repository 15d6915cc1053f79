export { prepareLogo, preparePicture } from './prepare.js'

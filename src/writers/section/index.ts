export { digestOf } from './digest.js'
export { ingredientsOf, picturesIn } from './ingredients.js'
export { remembered } from './remembered.js'
export { blocksIn, blocksOf } from './walk.js'

export { ingredientsOf, sizeOf } from './ingredients.js'
export { blocksIn, blocksOf } from './walk.js'

export { digestOf } from './digest.js'
export { hash, ingredientsOf, picturesIn } from './ingredients.js'
export { blocksIn, blocksOf } from './walk.js'

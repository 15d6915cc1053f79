export { CHUNK_FRAME, PNG_SIGNATURE, pngChunk } from './chunk.js'
export { opaquePng } from './opaque.js'

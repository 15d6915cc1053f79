import { sha256 } from '../../hash/index.js'
import { remembered } from './remembered.js'

/** The SHA-256 of a plain value as JSON, in hexadecimal. Known of a value that was asked for before, which is not to change. */
export const digestOf = remembered((value: object): string => sha256(JSON.stringify(value)))

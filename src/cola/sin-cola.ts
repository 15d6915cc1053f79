/** The queue cannot be used. Its message is the one sentence that people are told; nothing of the address but its machine and port is in it. */
export class SinCola extends Error {
  override readonly name = 'SinCola'
}

/** What is used of libraries that declare no types. */
declare module 'pdfmake/js/PDFDocument.js' {
  const library: { readonly default: unknown }
  export default library
}

declare module 'linebreak' {
  /** The Unicode rules for breaking lines (UAX #14), place by place. */
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { readonly position: number; readonly required?: boolean } | null
  }
}

export type { ComposeNotice, Composition, TemplateFiles } from './compose.js'
export { componer } from './compose.js'
export type { TemplateFault } from './faults.js'
export { HELPERS } from './helpers.js'

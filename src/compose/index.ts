export type { ComposeNotice, ComposeOptions, Composition, TemplateFiles } from './compose.js'
export { componer, sectionNames } from './compose.js'
export type { TemplateFault } from './faults.js'
export { HELPERS } from './helpers.js'

/**
 * What Handlebars makes of the templates of the program, by their text. Empty here: it is put in the bundles when the program is built
 * (`scripts/compilar/empaquetar.mjs`), and with them what V8 made of it.
 */
export const PRECOMPILED: ReadonlyMap<string, TemplateSpecification> = new Map()

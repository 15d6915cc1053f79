export { clearer, textOn } from './contrast.js'
export { readTheme, type ThemeFault } from './read-theme.js'
export type { TextStyle, Theme } from './theme.js'
export type { Modo, Uso } from './usos.js'

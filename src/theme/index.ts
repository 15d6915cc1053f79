export { clearer, textOn } from './contrast.js'
export type { TextStyle, Theme, ThemeFault } from './theme.js'
export { readTheme } from './theme.js'
export type { Modo, Uso } from './usos.js'

/** A page that needs nothing but itself, nor a network: its fonts, its look and its script inside. */
import { createHash } from 'node:crypto'
import type { Assets } from '../document/index.js'
import type { Theme } from '../theme/index.js'
import { hojaDeEstilo } from './estilo.js'
import { reglasDeFuentes } from './fuentes.js'
import { type Html, html, raw } from './html.js'

export interface Pagina {
  readonly titulo: string
  readonly theme: Theme
  readonly fonts: Assets['fonts']
  /** Everything between `<body>` and `</body>`. */
  readonly cuerpo: Html
  /** Rules of its own, in CSS. */
  readonly estilo: string
  /** Its script; empty for a page that has none, which is then allowed none. */
  readonly guion: string
}

/** The page as the text of an HTML file, in Colombian Spanish. The same page gives the same text. */
export async function pagina({ titulo, theme, fonts, cuerpo, estilo, guion }: Pagina): Promise<string> {
  const fuentes = await reglasDeFuentes(fonts, titulo + cuerpo.html.replace(/"data:[^"]*"/gu, '') + guion, cuerpo.html.includes('<em>'))
  const scripts = guion === '' ? '' : `; script-src 'sha256-${createHash('sha256').update(guion).digest('base64')}'`
  return html`<!DOCTYPE html>
<html lang="es-CO">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'${raw(scripts)}">
<title>${titulo}</title>
<style>
${raw(fuentes)}
${raw(hojaDeEstilo(theme))}${raw(estilo)}</style>
</head>
<body>
${cuerpo}
${
  guion === ''
    ? ''
    : html`<script>${raw(guion)}</script>
`
}</body>
</html>
`.html
}

/** What the review page is made of besides words: its look, its script, its fonts and its icon. */
import { fileURLToPath } from 'node:url'
import { type CARAS, hojaDeRevision, type Recurso } from '../review/index.js'
import type { Theme } from '../theme/index.js'
import { fonts } from './resources.js'

/** Modules of the script, compiled apart for browsers. */
const GUIONES = ['guion.js', 'partes.js', 'origen.js']

const utf8 = (texto: string) => new TextEncoder().encode(texto)

/** Every file of the page, by the name that it asks for. */
export async function recursosDePagina(theme: Theme): Promise<ReadonlyMap<string, Recurso>> {
  const { readBytes } = await import('../disk/index.js')
  const { title, text } = await fonts(theme)
  const letras: Readonly<Record<keyof typeof CARAS, Uint8Array>> = {
    'titulos-negrita.ttf': title.bold,
    'texto.ttf': text.regular,
    'texto-negrita.ttf': text.bold,
  }
  const guiones = GUIONES.map(async (nombre) => {
    const bytes = await readBytes(fileURLToPath(new URL(`../review/browser/${nombre}`, import.meta.url)))
    return [nombre, { tipo: 'text/javascript; charset=utf-8', bytes }] as const
  })
  return new Map<string, Recurso>([
    ['estilo.css', { tipo: 'text/css; charset=utf-8', bytes: utf8(hojaDeRevision(theme)) }],
    ['icono.svg', { tipo: 'image/svg+xml', bytes: utf8(icono(theme)) }],
    ...(await Promise.all(guiones)),
    ...Object.entries(letras).map(([nombre, bytes]) => [`fuentes/${nombre}`, { tipo: 'font/ttf', bytes }] as const),
  ])
}

/** A mark of agreement on the house's colour. */
function icono({ colores: { casa, acento, papel } }: Theme): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${casa}"/><path d="M8 24h16" stroke="${acento}" stroke-width="3"/><path d="M9 14l5 5 9-10" fill="none" stroke="${papel}" stroke-width="3"/></svg>`
}

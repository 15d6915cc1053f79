/** Words of a picture as the text of an SVG, with the letters that they use inside it. */
import type { Texto } from './composicion.js'
import type { FuentesDeGraficas, Letra } from './medir.js'

/** The words as `<text>` elements, one each, so that whoever copies, searches or listens to them has them whole. */
export function textosDeSvg(textos: readonly Texto[], fuentes: FuentesDeGraficas): string {
  return textos
    .map(({ texto, x, y, ancla, letra, color }) => {
      const familia = fuentes[letra.familia].name
      return `<text x="${corto(x)}" y="${corto(y)}" text-anchor="${ancla}" font-family="'${escapar(familia)}', sans-serif" font-size="${corto(letra.tamano)}" font-weight="${PESO[letra.peso]}" fill="${color}">${escapar(texto)}</text>`
    })
    .join('')
}

const PESO: Readonly<Record<Letra['peso'], number>> = { normal: 400, bold: 700 }

/** A style with the faces that the words use, each cut down to their letters. */
export async function estiloConFuentes(textos: readonly Texto[], fuentes: FuentesDeGraficas): Promise<string> {
  const caras = new Map<string, { readonly letra: Letra; readonly usadas: Set<string> }>()
  for (const { texto, letra } of textos) {
    const clave = `${letra.familia} ${letra.peso}`
    const cara = caras.get(clave) ?? { letra, usadas: new Set<string>() }
    for (const signo of texto) cara.usadas.add(signo)
    caras.set(clave, cara)
  }
  const reglas = await Promise.all(
    [...caras]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(async ([, { letra, usadas }]) => regla(fuentes, letra, [...usadas].sort().join(''))),
  )
  return `<style>${reglas.join('')}</style>`
}

async function regla(fuentes: FuentesDeGraficas, { familia, peso }: Letra, usadas: string): Promise<string> {
  const { name, regular, bold } = fuentes[familia]
  // It takes its time to load, and a report has no SVG.
  const { default: subsetFont } = await import('subset-font')
  const cortada = await subsetFont(Buffer.from(peso === 'bold' ? bold : regular), usadas, { targetFormat: 'woff' })
  return `@font-face{font-family:'${escapar(name)}';font-weight:${PESO[peso]};src:url(data:font/woff;base64,${cortada.toString('base64')}) format('woff')}`
}

/** A length with at most two decimals. */
export function corto(n: number): string {
  return String(Math.round(n * 100) / 100)
}

function escapar(texto: string): string {
  return texto.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll("'", '&apos;').replaceAll('"', '&quot;')
}

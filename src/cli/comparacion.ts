/** A comparison as people read it in a terminal. */
import {
  type Comparacion,
  celdaEnPalabras,
  cifraEnPalabras,
  claseEnPalabras,
  decisionesEnPalabras,
  loPrimero,
  porGravedad,
  porGrupos,
  resumen,
  rotuloDe,
  tramosDistintos,
} from '../compare/index.js'
import { visibleInLine } from './visible.js'

/** Lines told of each kind; of more, how many there are. `--json` and `--html` give them all. */
const LINEAS = 30

/** What matters first, then classes, cells and what came of them, and how much it is. */
export function mostrarComparacion(comparacion: Comparacion): void {
  const { clases, celdas, cifras, puestas, frases } = comparacion
  const primero = loPrimero(comparacion)
  if (primero.length > 0) console.log(['Lo primero', ...primero.map((frase, i) => `  ${i + 1}. ${visibleInLine(frase)}`), ''].join('\n'))
  mostrar('Productos que cambian de color o de situación', porGravedad(clases).map(claseEnPalabras))
  mostrar(
    'Celdas',
    celdas.map((c) => `${celdaEnPalabras(c)} (${c.celda})${dicho(c)}`),
  )
  mostrar(
    'Cifras',
    porGrupos(comparacion).flatMap(({ nombre, cifras: suyas, productos }) => [
      suyas.length === 0 ? nombre : `${nombre} · ${enLinea(suyas)}`,
      ...productos.map(({ producto, cifras: delProducto }) => `  ${producto.codigo} · ${enLinea(delProducto)}`),
    ]),
  )
  mostrar(
    'Tablas y gráficas',
    puestas.map((p) => `${rotuloDe(p)}. ${p.titulo}`),
  )
  mostrar(
    'Párrafos',
    frases.flatMap(({ antes, despues }) => {
      const [viejo, nuevo] = antes === null || despues === null ? [antes, despues] : tramosDistintos(antes, despues)
      return [...(viejo === null ? [] : [`− ${viejo}`]), ...(nuevo === null ? [] : [`+ ${nuevo}`])]
    }),
  )
  console.log(`${celdas.length + cifras.length + frases.length === 0 ? 'Nada cambió: ' : ''}${resumen(comparacion)}`)
}

/** `logro: 9 → 4; cumplimiento: 90 % → 40 %`. */
function enLinea(cifras: Comparacion['cifras']): string {
  return cifras
    .map((c) => {
      const { campo, antes, despues } = cifraEnPalabras(c)
      return `${campo}: ${antes} → ${despues}${dicho(c)}`
    })
    .join('; ')
}

/** What was decided on a change, after it; nothing where nobody did. */
function dicho(cambio: Comparacion['celdas'][number] | Comparacion['cifras'][number]): string {
  const decidido = decisionesEnPalabras(cambio)
  return decidido === '' ? '' : ` (${decidido})`
}

function mostrar(titulo: string, lineas: readonly string[]): void {
  if (lineas.length === 0) return
  const demas = lineas.length - LINEAS
  console.log(
    [
      titulo,
      ...lineas.slice(0, LINEAS).map((l) => `  ${visibleInLine(l)}`),
      ...(demas > 0 ? [`  y ${demas} más (véalas con --html o --json)`] : []),
      '',
    ].join('\n'),
  )
}

import { figureNames } from '../markdown/index.js'
import { normalizarNombre, type Prosa } from '../model/index.js'
import { escribirMarkdown, type Notas } from './escribir-markdown.js'
import { type BloqueEscrito, type Escrito, leerMarkdown } from './leer-markdown.js'
import { huella, huellas, type Nombrada, type Unidad } from './unidades.js'

/** The most that a cell of Excel holds, in characters. */
const MAXIMO = 32_767

/** Marks by which a cell says that it is empty. Source: contract, «General rules». */
const VACIO = /^(?:[-–—]|n\/a|no aplica)$/iu

/**
 * What a cell must say for its report to have these units. Blocks that nobody touched stay as they were typed. `debidas`: the units that
 * the cell gives now. Where no Markdown says them, or no cell holds it, the reason.
 */
export function escribirCelda(
  finales: readonly Unidad[],
  debidas: readonly Unidad[],
  prosa: Prosa,
  nombrada: (nombre: string) => Nombrada | null,
): { readonly texto: string } | { readonly porque: string } {
  const leer = (texto: string) => leerMarkdown(texto, (nombre) => nombrada(normalizarNombre(nombre)))
  const enLaCelda = new Map(figureNames(prosa.texto).map((nombre) => [nombrada(normalizarNombre(nombre))?.nombre, nombre]))
  const comoSeEscriben = (unidad: Unidad): Unidad => ({
    ...unidad,
    tramos: unidad.tramos.map((tramo) => ({
      ...tramo,
      cifra: tramo.cifra && { ...tramo.cifra, nombre: enLaCelda.get(tramo.cifra.nombre) ?? tramo.cifra.nombre },
      nota: tramo.nota?.map(comoSeEscriben) ?? null,
    })),
  })
  const escrito = leer(prosa.texto)
  const fiel = huellas(escrito.bloques.flatMap(({ unidades }) => unidades)) === huellas(debidas)
  const intentos = [...(fiel ? [escrito.bloques] : []), []].map((bloques) => redactar(finales, { ...escrito, bloques }, comoSeEscriben))
  const texto = intentos.find((intento) => huellas(leer(intento).bloques.flatMap(({ unidades }) => unidades)) === huellas(finales))
  if (texto === undefined)
    return { porque: 'No hay manera de escribir eso en una celda de modo que el informe lo repita igual: pase ese cambio a mano.' }
  if (texto.length > MAXIMO) return { porque: `Una celda de Excel tiene hasta 32.767 caracteres, y ese texto tiene ${texto.length}.` }
  return VACIO.test(texto.trim()) ? { porque: `«${texto.trim()}» quiere decir en el libro que la celda está vacía.` } : { texto }
}

/** The units as Markdown, with the blocks of the cell that they still have as these were typed. */
function redactar(finales: readonly Unidad[], { bloques, notas }: Escrito, comoSeEscriben: (unidad: Unidad) => Unidad): string {
  const usadas = new Set(notas.keys())
  const nuevas: Notas = { nueva: () => libre(usadas), escritas: [] }
  const partes: { readonly texto: string }[] = []
  let sueltas: Unidad[] = []
  const soltar = () => {
    if (sueltas.length > 0) partes.push({ texto: escribirMarkdown(sueltas.map(comoSeEscriben), nuevas) })
    sueltas = []
  }
  for (let i = 0; i < finales.length; ) {
    const bloque = bloqueEn(finales, i, bloques)
    if (bloque === null) sueltas.push(...finales.slice(i, i + 1))
    else {
      soltar()
      partes.push({ texto: bloque.fuente })
    }
    i += bloque?.unidades.length ?? 1
  }
  soltar()
  const cuerpo = partes.map(({ texto }) => texto).join('\n\n')
  const vivas = [...notas]
    .filter(([etiqueta]) => new RegExp(`\\[\\^${literal(etiqueta)}\\]`, 'iu').test(cuerpo))
    .map(([, fuente]) => fuente)
  return [cuerpo, ...vivas, ...nuevas.escritas].join('\n\n')
}

/** The block of the cell whose units are those from a place on; none where what is before or after it goes on with its list. */
function bloqueEn(finales: readonly Unidad[], en: number, bloques: readonly BloqueEscrito[]): BloqueEscrito | null {
  const suyo = bloques.find(({ unidades }) => huellas(unidades) === huellas(finales.slice(en, en + unidades.length)))
  if (suyo === undefined) return null
  const lista = esDeLista(suyo.unidades[0])
  const vecinas = [finales[en - 1], finales[en + suyo.unidades.length]]
  return lista && vecinas.some(esDeLista) ? null : suyo
}

const esDeLista = (unidad: Unidad | undefined) => unidad !== undefined && huella(unidad).match(/^(?:vinieta|numero|continuacion)/u) !== null

function libre(usadas: Set<string>): string {
  for (let n = 1; ; n++) {
    if (usadas.has(String(n))) continue
    usadas.add(String(n))
    return String(n)
  }
}

const literal = (texto: string) => texto.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')

/** The folder of each workbook: its name, and whether every machine can have it. */
import { type Falta, falta } from './faltas.js'

const LARGO_MAYOR = 150
/** Names that Windows keeps for devices, with whatever ending. */
const DE_WINDOWS = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu

/** One workbook of a batch. */
export interface Renglon {
  /** As the list or the folder names it, which is how people know it. */
  readonly libro: string
  /** Name of its folder in that of the batch. */
  readonly salida: string
  /** Of its own, where the list gives them; null for those of the command. */
  readonly plantillas: string | null
  readonly tema: string | null
  /** Where the list asks for it: `lista.csv:3`. */
  readonly lugar: string
}

/** What a batch is made of, and what keeps it from being made. */
export interface Lista {
  readonly renglones: readonly Renglon[]
  readonly faltas: readonly Falta[]
}

/** `Ibagué 2031` of `cortes/Ibagué 2031.xlsx`. */
export function nombreDeCarpeta(libro: string): string {
  return libro.replace(/^.*[/\\]/u, '').replace(/\.xlsx$/iu, '')
}

/** Two names that some system takes for one have one key. */
export function llaveDeCarpeta(salida: string): string {
  return salida.normalize('NFC').toLowerCase()
}

/** Faults of the names of the folders: each alone, and those that would be one. */
export function faltasDeCarpetas(renglones: readonly Renglon[]): readonly Falta[] {
  const primeros = new Map<string, Renglon>()
  return renglones.flatMap((renglon) => {
    const { libro, salida, lugar } = renglon
    const reparo = reparoDe(salida)
    if (reparo !== null) return [falta('carpeta-imposible', lugar, `la carpeta «${salida}», de ${libro}, ${reparo}`)]
    const llave = llaveDeCarpeta(salida)
    const primero = primeros.get(llave)
    if (primero === undefined) {
      primeros.set(llave, renglon)
      return []
    }
    return [falta('carpeta-repetida', lugar, `la carpeta «${salida}» para ${libro}, que ya es de ${primero.libro} (${primero.lugar})`)]
  })
}

/** Why a name cannot be a folder's everywhere; null where it can. */
function reparoDe(nombre: string): string | null {
  if (nombre === '') return 'sin nombre'
  if (/[/\\]/u.test(nombre)) return 'que tiene otra carpeta dentro'
  if (/[<>:"|?*\p{Cc}]/u.test(nombre)) return 'con un carácter que Windows no admite'
  if (/^[.~]|^\s|[.\s]$/u.test(nombre)) return 'que empieza con punto, «~» o espacio, o termina con punto o espacio'
  if (DE_WINDOWS.test(nombre)) return 'un nombre que Windows guarda para sí'
  if (/^lote[^/]*\.(?:json|html)$/iu.test(nombre)) return 'el nombre del resumen'
  if (new TextEncoder().encode(nombre).length > LARGO_MAYOR) return `de más de ${LARGO_MAYOR} letras`
  return null
}

import { type FaltaRedactada, type FaultRule, REGLAS, readLibro, redactar } from '../../src/workbook/index.js'
import { ARCHIVOS, AVISOS, DEMASIADAS, ERRORES } from '../../test/libros-con-faltas.js'
import { codigo, literal, tabla } from './marcas.js'

type Clase = 'errores' | 'avisos'

/** The rules whose breach leaves the workbook unread, each as the program tells it of a faulty workbook. */
export function reglasDeError(): string {
  return reglas('errores')
}

/** The rules that only give something to look at. */
export function reglasDeAviso(): string {
  return reglas('avisos')
}

function reglas(clase: Clase): string {
  const faltas = ejemplos(clase)
  return tabla(
    ['regla', 'ejemplo: dónde y qué se encontró', 'qué se esperaba', 'cómo se corrige'],
    REGLAS.flatMap((regla) => {
      const falta = faltas.get(regla)
      if (falta === undefined) return []
      return [[codigo(regla), `${codigo(falta.lugar)}: ${literal(falta.encontrado)}`, literal(falta.esperado), literal(falta.remedio)]]
    }),
  )
}

/** What the program says of each rule, from the first faulty workbook that breaks it. */
function ejemplos(clase: Clase): ReadonlyMap<FaultRule, FaltaRedactada> {
  const libros: readonly (readonly [FaultRule, () => Uint8Array])[] = [
    ...ARCHIVOS.map(([, regla, bytes]) => [regla, () => bytes] as const),
    ...(clase === 'errores' ? ERRORES : AVISOS).map(([regla, , , libro]) => [regla, () => libro.bytes()] as const),
    ...DEMASIADAS.map(([regla, libro]) => [regla, () => libro.bytes()] as const),
  ]
  const vistas = new Map<FaultRule, FaltaRedactada>()
  for (const [regla, bytes] of libros) {
    const falta = vistas.has(regla) ? undefined : readLibro(bytes())[clase].find(({ rule }) => rule === regla)
    if (falta !== undefined) vistas.set(regla, redactar(falta))
  }
  return vistas
}

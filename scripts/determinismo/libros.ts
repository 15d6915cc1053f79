/** The workbooks of the runs: one, the same before a figure was corrected, and what people said of the correction. */
import type { UnLibro } from '../../test/un-libro.js'
import type { Libros } from './corridas.js'

/** `politica` is changed: give it to nobody else afterwards. */
export function librosDePrueba(politica: UnLibro): Libros {
  const libro = politica.bytes()
  return { libro, antes: politica.celda('Avances!E2', 9).bytes(), revision: REVISION }
}

/** Decided at nine at night of Bogotá, when it is the next day in other zones. */
const REVISION = JSON.stringify({
  formato: 1,
  versiones: [{ numero: 1, fecha: '2032-02-01', estado: 'en-revision', libro: '0'.repeat(64), quien: 'Luz Mora', nota: 'Primera entrega' }],
  decisiones: [
    {
      ...{ de: 'celda', clave: 'Avances · 1.1.1 · 2031', antes: '9', despues: '10' },
      ...{ decision: 'aceptado', quien: 'Luz Mora', nota: '', fecha: '2032-02-02T02:00:00.000Z' },
    },
  ],
})

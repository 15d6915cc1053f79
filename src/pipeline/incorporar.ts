/** What people changed in a Word report, back in a copy of its workbook. */
import { type Apartado, type Incorporado, incorporar } from '../incorporar/index.js'
import { conTextos } from '../libros/index.js'
import { normalizarNombre, prosasDe } from '../model/index.js'
import { leerConFormato } from '../readers/index.js'
import type { Limites } from '../workbook/index.js'
import { textos } from './files.js'
import { rutasDeImagenes } from './pictures.js'
import { armarValido, calcular, leerValido } from './prepare.js'

export interface EntradaDeIncorporacion {
  readonly documento: Uint8Array
  readonly libro: Uint8Array
  /** How much the workbook may ask for; those of always, unless told. */
  readonly limites?: Limites | undefined
  readonly plantillas: ReadonlyMap<string, Uint8Array>
  /** Sections that the document has, or has not, whatever their templates say, by name. */
  readonly secciones: ReadonlyMap<string, boolean>
  /** Makes the Word file that the workbook gives now, which the document is held against. */
  readonly edicion: () => Promise<Uint8Array>
}

export interface DocumentoIncorporado {
  /** The copy of the workbook; null where nothing of it changes. */
  readonly copia: Uint8Array | null
  readonly incorporados: readonly Incorporado[]
  readonly apartados: readonly Apartado[]
}

/**
 * Finds the prose that was changed and puts it in a copy of the workbook.
 * @throws InvalidInput where the workbook or a template has errors
 * @throws DocumentoIlegible where the document cannot be read
 * @throws SinMarcas where nothing in it tells where its texts come from
 * @throws PaqueteInvalido where the workbook cannot be copied cell by cell
 */
export async function incorporarDocumento(entrada: EntradaDeIncorporacion): Promise<DocumentoIncorporado> {
  const leido = await leerConFormato(entrada.documento)
  const { libro, problemas } = leerValido(entrada.libro, entrada.limites)
  const report = calcular(libro)
  const opciones = { pictures: rutasDeImagenes(entrada.plantillas), switches: entrada.secciones }
  const { documento } = armarValido(report, textos(entrada.plantillas), opciones, problemas)
  const { incorporados, apartados } = incorporar({
    leido,
    edicion: await leerConFormato(await entrada.edicion()),
    documento,
    prosas: prosasDe(libro),
    nombrada: (nombre) => {
      const cifra = report.cifras.get(normalizarNombre(nombre))
      return cifra === undefined ? null : { nombre: cifra.origen.nombre, texto: cifra.texto }
    },
  })
  if (incorporados.length === 0) return { copia: null, incorporados, apartados }
  const { bytes, conFormula } = conTextos(
    entrada.libro,
    incorporados.map(({ prosa, texto }) => ({ celda: prosa.celda, texto })),
  )
  const puestos = incorporados.filter(({ prosa }) => !conFormula.includes(prosa.celda))
  const rechazados = incorporados.filter(({ prosa }) => conFormula.includes(prosa.celda)).map(deFormula)
  return { copia: puestos.length === 0 ? null : bytes, incorporados: puestos, apartados: [...apartados, ...rechazados] }
}

function deFormula({ prosa: { celda }, cambios }: Incorporado): Apartado {
  return {
    motivo: 'celda',
    lugar: cambios[0]?.lugar ?? 'libro',
    celda,
    texto: cambios.map(({ despues }) => despues).join(' '),
    explicacion: `${celda} tiene una fórmula, que da ese texto: cámbielo donde la fórmula lo toma.`,
  }
}

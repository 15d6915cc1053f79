/** What is wrong with an input, in one form whatever the input: a cell of the workbook, a line of a template or of a policy's data, a value of the theme. */
import type { ComposeNotice, TemplateFault } from '../compose/index.js'
import type { FaltaDeDatos } from '../libros/index.js'
import type { ThemeFault } from '../theme/index.js'

/** One problem in words for the person who can mend it. Same fields as `validar --json`. */
export interface Problema {
  readonly regla: string
  /** `Hoja!Celda`, a sheet, or `plantillas/archivo:línea`. */
  readonly lugar: string
  readonly encontrado: string
  readonly esperado: string
  readonly remedio: string
}

/** Errors keep the report from being made; notices do not. */
export interface Problemas {
  readonly errores: readonly Problema[]
  readonly avisos: readonly Problema[]
}

/** Thrown by whatever cannot go on with these inputs. */
export class InvalidInput extends Error {
  constructor(readonly problemas: Problemas) {
    super('Las entradas tienen errores')
    this.name = 'InvalidInput'
  }
}

export function problemaDePlantilla({ template, line, found, expected, remedy }: TemplateFault): Problema {
  const archivo = template === '' ? 'plantillas' : `plantillas/${template}`
  return {
    regla: 'plantilla',
    lugar: line === null ? archivo : `${archivo}:${line}`,
    encontrado: found,
    esperado: expected,
    remedio: remedy,
  }
}

export function problemaDeTema(archivo: string, { path, line, found, expected, remedy }: ThemeFault): Problema {
  const lugar = `plantillas/${archivo}${line === null ? '' : `:${line}`}`
  return {
    regla: 'tema',
    lugar: path === '' ? lugar : `${lugar}: ${path}`,
    encontrado: found,
    esperado: expected,
    remedio: remedy ?? 'Corrija ese valor en el archivo del tema.',
  }
}

export function problemaDeDatos(archivo: string, { linea, campo, encontrado, esperado, remedio }: FaltaDeDatos): Problema {
  const lugar = [...(linea === null ? [archivo] : [`${archivo}:${linea}`]), ...(campo === '' ? [] : [campo])].join(': ')
  return { regla: 'datos-de-la-politica', lugar, encontrado, esperado, remedio }
}

export function avisoDeTexto({ kind, clave, cell, templates, near }: ComposeNotice): Problema {
  if (kind === 'texto-desconocido') {
    return {
      regla: kind,
      lugar: cell,
      encontrado: `la clave «${clave}», que ninguna plantilla usa`,
      esperado: 'una de las claves de la guía de plantillas',
      remedio: `${meant(near)}Corrija la clave, o quite la fila si ya no hace falta.`,
    }
  }
  return {
    regla: kind,
    lugar: 'Textos',
    encontrado: `la clave «${clave}» de las plantillas (${templates.join(', ')}), sin texto en el libro`,
    esperado: 'un texto para ella; sin él, su parte queda por fuera del informe',
    remedio: `${meant(near)}Agregue una fila con esa clave si quiere que esa parte salga.`,
  }
}

function meant(near: string | null): string {
  return near === null ? '' : `¿Quiso decir «${near}»? `
}

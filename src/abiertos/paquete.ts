/** `datapackage.json`: what the files are and what each column holds, as Tabular Data Package (Frictionless) words it for programs. */
import type { Libro } from '../model/index.js'
import { fechaLarga } from '../report/index.js'
import { type Licencia, licencia } from './licencias.js'
import type { Campo, Recurso } from './recurso.js'
import { FIN_DE_LINEA } from './textos.js'

/** A table as it was written. */
export interface Escrito {
  readonly recurso: Recurso
  /** Path within the folder. */
  readonly ruta: string
  readonly formato: 'csv' | 'json'
  readonly bytes: number
  readonly sha256: string
}

export interface Paquete {
  /** `ppasp-2023`: name of the edition. */
  readonly nombre: string
  readonly politica: Libro['politica']
  readonly libro: { readonly nombre: string; readonly sha256: string }
  /** Null where nobody said under which one the data are given. */
  readonly licencia: Licencia | null
  readonly escritos: readonly Escrito[]
}

export function datapackage({ nombre, politica, libro, licencia: suya, escritos }: Paquete): string {
  const { nombre: politicaNombre, sigla, vigencia, fechaCorte, entidad } = politica
  return `${JSON.stringify(
    {
      profile: 'tabular-data-package',
      name: nombre,
      title: `${politicaNombre}: seguimiento de ${vigencia}`,
      description: `Plan de acción y resultados de la política (${sigla}), con corte al ${fechaLarga(fechaCorte)}. Lo que significa cada columna está en la tabla «diccionario».`,
      keywords: [sigla, 'seguimiento', 'política pública', String(vigencia)],
      contributors: [{ title: entidad, role: 'publisher' }],
      ...(suya === null ? {} : { licenses: [licencia(suya)] }),
      sources: [{ title: `${libro.nombre} (SHA-256 ${libro.sha256})` }],
      resources: escritos.map(descrito),
    },
    null,
    2,
  )}\n`
}

function descrito({ recurso: { nombre, titulo, descripcion, ...suyo }, ruta, formato, bytes, sha256 }: Escrito) {
  return {
    profile: 'tabular-data-resource',
    name: nombre,
    path: ruta,
    title: titulo,
    description: descripcion,
    format: formato,
    mediatype: formato === 'csv' ? 'text/csv' : 'application/json',
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    ...(formato === 'csv'
      ? { dialect: { delimiter: ',', lineTerminator: FIN_DE_LINEA, quoteChar: '"', doubleQuote: true, header: true } }
      : {}),
    schema: esquema(suyo),
  }
}

function esquema({ campos, clave, foraneas }: Pick<Recurso, 'campos' | 'clave' | 'foraneas'>) {
  return {
    fields: campos.map(descritoCampo),
    missingValues: [''],
    ...(clave.length === 0 ? {} : { primaryKey: clave }),
    ...(foraneas.length === 0
      ? {}
      : {
          foreignKeys: foraneas.map(({ campos: fields, recurso: resource, suyos }) => ({ fields, reference: { resource, fields: suyos } })),
        }),
  }
}

function descritoCampo({ nombre, titulo, descripcion, tipo, unidad, vacio, valores, patron, minimo }: Campo) {
  const constraints = {
    ...(vacio === null ? { required: true } : {}),
    ...(valores === undefined ? {} : { enum: valores }),
    ...(patron === undefined ? {} : { pattern: patron }),
    ...(minimo === undefined ? {} : { minimum: minimo }),
  }
  return {
    name: nombre,
    title: titulo,
    description: [descripcion, ...(unidad === '' ? [] : [`Unidad: ${unidad}.`]), ...(vacio === null ? [] : [`Vacío: ${vacio}`])].join(' '),
    type: tipo,
    ...(tipo === 'number' || tipo === 'integer' ? { format: 'default' } : {}),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  }
}

/** One edition of the report: made from what was read, put in its folder, and told. */
import { basename, join, relative, resolve } from 'node:path'
import { readBytes, readIfThere, type Saved } from '../disk/index.js'
import { NO_PARTS } from '../document/index.js'
import { recuento } from '../hallazgos/index.js'
import { archivoDeRevision, DATOS, type Formato, generar, loQueCambio, type Resultado, sectionNames } from '../pipeline/index.js'
import type { Limites } from '../workbook/index.js'
import type { OpcionesDeCache } from './opciones-de-cache.js'
import { openParts, partsFolder, trimPartsFolder } from './parts-folder.js'
import { type ComoPublicar, type Publicada, publicarInforme } from './publicar.js'
import { type Anotar, enRegistro } from './registro.js'
import { dia } from './reloj.js'
import { FONT_FAMILIES, fonts, PACKAGE } from './resources.js'
import { type OpcionesDeSecciones, secciones } from './secciones.js'
import * as terminal from './terminal.js'
import { inThreads } from './writer-thread.js'

export interface OpcionesDeEdicion extends OpcionesDeSecciones, OpcionesDeCache {
  readonly salida?: string
  readonly formatos: readonly Formato[]
  readonly limites: Limites
  /** Period of the vigencia up to which it counts; null for the whole year. */
  readonly corte: string | null
  readonly tema: string
  readonly estilos?: string
  readonly sector?: string
  readonly borrador?: boolean
  readonly estricto?: boolean
  readonly graficasEditables?: boolean
  readonly silencioso?: boolean
}

/** An edition that is made and is not in its folder yet. */
export interface Hecha extends Pick<Resultado, 'problemas' | 'hallazgos' | 'estilos'> {
  /** Where it goes, and how many files it has. */
  readonly carpeta: string
  readonly cuantos: number
  /** The text of its `datos.json`. */
  readonly datos: Uint8Array
  /** Puts it in its folder. */
  readonly publicar: (como: ComoPublicar) => Promise<Publicada>
}

/** Makes an edition of a workbook and its templates, as they are saved; `visto` shows its stages. `ensayo`: it is for nobody, and not logged. */
export type HacerEdicion = (guardado: Saved, visto: terminal.Visto, ensayo?: boolean) => Promise<Hecha>

/** What makes editions of this workbook, one at a time. `una`: whether there will be only one. */
export function edicion(libro: string, opciones: OpcionesDeEdicion, registrar: Anotar, una: boolean): HacerEdicion {
  const { formatos, limites, corte, tema, borrador = false, graficasEditables = false, estricto = false } = opciones
  let tiempos: terminal.Tiempo[] = []
  const cache = partsFolder(opciones)
  const partes = cache === null ? NO_PARTS : openParts(cache)
  // Whether a report of this workbook was made before, with what the folder keeps.
  const deEste = { parte: 'informe hecho', libro: resolve(libro) }
  let repetido = partes.known(deEste) !== undefined
  // They load while the workbook is read.
  const { escritores: hilos, preparar, dibujar, adelantar } = inThreads(formatos, cache, { once: una, again: repetido })
  const escritores = new Map(
    [...hilos].map(([formato, escribir]) => [formato, terminal.cronometrado(formato, escribir, (tiempo) => tiempos.push(tiempo))]),
  )
  return async ({ file, folder }, visto, ensayo = false) => {
    const anotar: Anotar = ensayo ? () => undefined : registrar
    tiempos = []
    const revision = await readIfThere(archivoDeRevision(libro))
    const estilosDe = opciones.estilos === undefined ? null : await readBytes(opciones.estilos)
    anotar(({ leido }) => [
      ...leido('libro', file),
      ...leido('plantillas', folder),
      ...leido('revision', revision),
      ...leido('estilos', estilosDe),
    ])
    const { nombre, archivos, problemas, hallazgos, estilos } = await generar(
      {
        libro: { nombre: basename(libro), bytes: file },
        limites,
        corte,
        revision,
        plantillas: folder,
        tema,
        secciones: secciones(opciones, sectionNames(folder.keys())),
        sector: opciones.sector ?? null,
        borrador: borrador ? dia() : null,
        estilos: estilosDe && { nombre: basename(opciones.estilos ?? ''), bytes: estilosDe },
        graficasEditables,
        estricto,
        fuentes: { familias: FONT_FAMILIES, leer: fonts },
        escritores,
        preparar,
        dibujar,
        adelantar,
        partes,
        version: PACKAGE.version,
      },
      terminal.observador(visto, terminal.ETAPAS_DE.generar, (hecho) => {
        tiempos.push(hecho)
        anotar(() => enRegistro(hecho))
      }),
    )
    anotar((sucesos) => [sucesos.problemas(problemas), sucesos.hallazgos(hallazgos)])
    const carpeta = resolve(opciones.salida ?? join('output', nombre))
    return {
      ...{ problemas, hallazgos, estilos, carpeta },
      cuantos: archivos.size,
      datos: archivos.get(DATOS) ?? new Uint8Array(),
      publicar: async (como) => {
        const publicada = await terminal.cronometrado('publicacion', publicarInforme, (t) => tiempos.push(t))(
          carpeta,
          archivos,
          como,
          anotar,
        )
        if (!repetido) partes.keep(deEste, true)
        repetido = true
        if (cache !== null) trimPartsFolder(cache)
        if (process.env.INFORME_TIEMPOS === '1') console.error(JSON.stringify({ etapas: tiempos }))
        return publicada
      },
    }
  }
}

/** All there is to tell of an edition that was put in its folder. */
export function contar(
  libro: string,
  { estilos: documento = '', silencioso = false }: OpcionesDeEdicion,
  hecha: Hecha,
  publicada: Publicada,
): void {
  const { problemas, hallazgos, estilos, carpeta, cuantos, datos } = hecha
  const { anterior, editados } = publicada
  terminal.mostrarProblemas(problemas)
  for (const aviso of editados) terminal.advertir(silencioso, aviso)
  const cambios = anterior === null ? [] : loQueCambio(anterior, datos)
  if (cambios.length > 0) terminal.decir(silencioso, ['Desde el informe anterior:', ...cambios.map((frase) => `  ${frase}`)].join('\n'))
  if (hallazgos.length > 0)
    terminal.decir(silencioso, `La auditoría encontró ${recuento(hallazgos)}. Para verlos: informe auditar ${relative('', libro) || libro}`)
  if (estilos !== null) {
    terminal.decir(silencioso, `De ${basename(documento)} se tomó: ${estilos.tomado}. Lo demás es del tema.`)
    for (const aviso of estilos.avisos) terminal.advertir(silencioso, aviso)
  }
  terminal.decir(silencioso, `Informe en ${relative('', carpeta) || '.'} (${cuantos} archivos).`)
}

/** The whole job, stage by stage, as the drawing of docs/arquitectura.md: bytes in, files out. Nothing here touches a disk. */
import { setImmediate } from 'node:timers/promises'
import { type Composition, sectorAlone } from '../compose/index.js'
import { type Assets, type Documento, NO_PARTS, type PartStore, type Picture, type Written } from '../document/index.js'
import { explicarOrigen } from '../explain/index.js'
import { firmarPng } from '../firma/index.js'
import { sha256 } from '../hash/index.js'
import type { Libro } from '../model/index.js'
import { type ComoSeHizo, csv, datosJson, manifiesto, procedenciaJson } from '../outputs/index.js'
import { fechaLarga, nombreDeCorte, type Publicado, type Report } from '../report/index.js'
import type { Theme } from '../theme/index.js'
import { contenidoDe, type Hojas, type Limites } from '../workbook/index.js'
import { avisoDeAccesibilidad } from './accesibilidad.js'
import { auditarReport, HayHallazgos, type LibroAuditado } from './audit.js'
import { leerYCalcular } from './calculo.js'
import { type EstilosTomados, revisarEstilos } from './estilos.js'
import type { LoExaminado } from './examinar.js'
import { enArchivo, nombreDeEdicion, textos, utf8 } from './files.js'
import { imagenesDe, logoDe, rutasDeImagenes } from './pictures.js'
import { type Edicion, edicionDe, firmaDe, laminaDe, nombreDeGrafica } from './piezas.js'
import { armarValido } from './prepare.js'
import type { Problemas } from './problems.js'
import { conFaltasDeRevision, conRevision, llevaRevision } from './revision.js'
import { PedidoInvalido, sectorPedido } from './seleccion.js'
import { leerTema } from './theme.js'

export type Formato = 'docx' | 'pdf' | 'html'

/** Draws a document in a format: the writers themselves, or something that runs them elsewhere. */
export type Escritor = (documento: Documento, theme: Theme, assets: Assets) => Promise<Written>

/** Draws charts for a document: what does it here, or something that does it elsewhere. */
export type DibujarGraficas = (graficas: Publicado['graficas'], theme: Theme, fonts: Assets['fonts']) => GraficasEnCamino

/** Charts that are being drawn: how large each is, which is known first, and their pictures. */
export interface GraficasEnCamino {
  readonly medidas: Promise<readonly Medidas[]>
  readonly imagenes: Promise<readonly Picture[]>
}

/** Pixels. */
export type Medidas = Pick<Picture, 'width' | 'height'>

export interface Entrada {
  readonly libro: { readonly nombre: string; readonly bytes: Uint8Array }
  /** How much the workbook may ask for; those of always, unless told. */
  readonly limites?: Limites | undefined
  /** Period of the vigencia up to which the report counts, `2025-T2`; null, as when it is not given, for the whole year. */
  readonly corte?: string | null
  /** Every file of the templates folder, by its path within it. */
  readonly plantillas: ReadonlyMap<string, Uint8Array>
  /** What an examination came to; used where it was of these bytes, templates and limits. */
  readonly examinado?: LoExaminado | null
  /** Name of a theme of `temas/`. */
  readonly tema: string
  /** The font families that a theme may name, and the bytes of those that one names. */
  readonly fuentes: { readonly familias: readonly string[]; readonly leer: (tema: Theme) => Promise<Assets['fonts']> }
  readonly escritores: ReadonlyMap<Formato, Escritor>
  /** Told the fonts of the document before the workbook is read: whoever writes elsewhere opens them meanwhile. */
  readonly preparar?: (fonts: Assets['fonts']) => void
  /** The charts are drawn here, unless given. */
  readonly dibujar?: DibujarGraficas
  /**
   * Begins what can be done of the document before its charts are drawn: they have their size, and no pixel. Only where writers run
   * elsewhere. Gives what gives it up, for when there will be no document.
   */
  readonly adelantar?: (documento: Documento, theme: Theme, assets: Assets) => () => void
  /** Parts that were made before; none, unless given. */
  readonly partes?: PartStore
  /** Told of each file as soon as it is made, the manifest last, with the name of the edition, for whoever need not wait for them all. */
  readonly entregar?: Entregar
  /** Bytes of the file beside the workbook, where people say what they accept; null where it is not there. */
  readonly revision: Uint8Array | null
  /** The entity's own Word document, whose styles, page and letterhead the DOCX takes in place of the theme's; null for none. */
  readonly estilos: { readonly nombre: string; readonly bytes: Uint8Array } | null
  /** Sections to print or to leave out, whatever their templates say, by name. */
  readonly secciones: ReadonlyMap<string, boolean>
  /** The sector whose chapter is made alone, in whatever case and accents; null for the whole report. */
  readonly sector: string | null
  /** Day that a draft bears, `2031-03-04`; null for the report itself. */
  readonly borrador: string | null
  /** Whether Word has its charts as charts that it can edit, and not as pictures. */
  readonly graficasEditables: boolean
  /** Whether findings of the audit keep the report from being made. */
  readonly estricto: boolean
  /** Version of the program, for the manifest. */
  readonly version: string
}

/** Takes a file of an edition: its name, `ppasp-2023`, the file's path and its bytes. */
export type Entregar = (edicion: string, ruta: string, bytes: Uint8Array) => void

/** A stage of the job, for whoever shows progress. */
export type Etapa =
  | 'lectura'
  | 'cifras'
  | 'composicion'
  | 'graficas'
  | 'escritura'
  | 'datos'
  | 'titulos'
  | 'laminas'
  | 'tablas'
  | 'abiertos'

/** Runs a stage and may show it; `cuenta` says how many things it made. */
export type Observador = <T>(etapa: Etapa, trabajo: () => T | Promise<T>, cuenta: (resultado: T) => number) => Promise<T>

export interface Resultado {
  /** `ppasp-2023`, `ppasp-2023-t2`, `ppasp-2023-salud`: the name of the edition, from Sigla, Vigencia, cut and sector. */
  readonly nombre: string
  readonly archivos: ReadonlyMap<string, Uint8Array>
  readonly problemas: Problemas
  /** Findings of the audit that nobody answers for. */
  readonly hallazgos: LibroAuditado['pendientes']
  /** What the DOCX took of the entity's document; null where none was given. */
  readonly estilos: EstilosTomados | null
}

/**
 * Makes every file of the report.
 * @throws InvalidInput with all the problems where the workbook, a template or the theme is not valid
 * @throws PedidoInvalido where the sector or the period is not in the workbook, or the templates give the sector no chapter
 * @throws HayHallazgos where there are findings and they are not to be let through
 */
export async function generar(entrada: Entrada, observar: Observador): Promise<Resultado> {
  const plantillas = textos(entrada.plantillas)
  const theme = leerTema(plantillas, entrada.tema, entrada.fuentes.familias)
  const estilos = entrada.estilos && (await revisarEstilos(entrada.estilos, Object.values(theme.fuentes)))
  const fonts = await entrada.fuentes.leer(theme)
  entrada.preparar?.(fonts)
  const examinado = loExaminado(entrada)
  const { libro, hojas, problemas: delLibro, report: delLibroSolo } = await leerYCalcular(entrada, observar, examinado)
  const { report, faltas } = conRevision(delLibroSolo, hojas, entrada)
  // What stands beside the workbook, or a section that is asked for, makes it another document.
  const igual = examinado?.armado.report === report && entrada.secciones.size === 0 ? examinado : null
  const sector = entrada.sector === null ? null : sectorPedido(report.contexto, entrada.sector).nombre
  const dibujar = (publicado: Publicado) => dibujarTodas(publicado, theme, fonts, entrada)
  // Where they are drawn elsewhere, they are from when they are placed, and the text around them is read meanwhile.
  let empezadas: Dibujadas | null = null
  const alColocar = (publicado: Publicado) => {
    empezadas = dibujar(publicado)
  }
  const {
    completo,
    parte,
    problemas: juntos,
  } = await observar(
    'composicion',
    () => {
      const { chapters, problemas, documento, publicado } =
        igual?.armado ??
        armarValido(
          report,
          plantillas,
          {
            pictures: rutasDeImagenes(entrada.plantillas),
            switches: entrada.secciones,
            parts: entrada.partes ?? NO_PARTS,
            // A sector's chapter numbers its charts anew.
            onPlaced: sector === null ? alColocar : undefined,
          },
          delLibro,
        )
      const completo = { documento, publicado }
      return { completo, problemas, parte: sector === null ? completo : capitulo(completo, chapters, sector) }
    },
    ({ parte: { documento: hecho } }) => hecho.sections.length,
  )
  const { documento: compuesto, publicado } = parte
  const problemas = conFaltasDeRevision(juntos, faltas, compuesto)

  const auditar = () => (igual?.auditoria() ?? auditarReport(report, completo.publicado, entrada.partes)).pendientes
  const previos = entrada.estricto ? auditar() : []
  if (previos.length > 0) throw new HayHallazgos(previos)

  const dibujadas: Dibujadas = empezadas ?? dibujar(publicado)
  const documento: Documento = { ...compuesto, draft: entrada.borrador === null ? null : borrador(entrada.borrador, entrada.libro.bytes) }
  const datos = utf8(datosJson(report, publicado, sector))
  const fotos = await imagenesDe(documento, entrada.plantillas, theme)
  const sinGraficas: Assets = {
    images: fotos,
    fonts,
    logo: await logoDe(theme, entrada.plantillas),
    wordStyles: entrada.estilos?.bytes ?? null,
    attachments: [{ name: DATOS, mime: 'application/json', description: 'Todas las cifras del informe', bytes: datos }],
    editableCharts: entrada.graficasEditables,
    date: new Date(`${libro.politica.fechaCorte}T00:00:00Z`),
  }
  const con = (graficas: Assets['images']): Assets => ({ ...sinGraficas, images: new Map([...graficas, ...fotos]) })
  const graficas = await observar(
    'graficas',
    async () => {
      const renunciar = entrada.adelantar?.(documento, theme, con(await dibujadas.medidas))
      try {
        return await dibujadas.imagenes
      } catch (error) {
        renunciar?.()
        throw error
      }
    },
    ({ size }) => size,
  )
  const assets = con(graficas)
  const nombre = nombreDeEdicion(libro, sector)
  const entregado = (ruta: string, bytes: Uint8Array) => entrada.entregar?.(nombre, ruta, bytes)
  const escritura = observar(
    'escritura',
    () =>
      Promise.all(
        [...entrada.escritores].map(async ([formato, escribir]) => {
          const [archivo, escrito] = [`informe-${nombre}.${formato}`, await escribir(documento, theme, assets)]
          entregado(archivo, escrito.bytes)
          return [archivo, escrito] as const
        }),
      ),
    ({ length }) => length,
  )
  // What no writer needs is done while they write: those that run elsewhere are told first.
  escritura.catch(() => undefined)
  await setImmediate()
  const hallazgos = entrada.estricto ? previos : auditar()
  const demas = [
    ...graficasSueltas(publicado, graficas, theme, edicionDe(entrada, libro)),
    ...archivosDeTablas(publicado),
    [DATOS, datos] as const,
    [PROCEDENCIA, utf8(procedencia(entrada, hojas, report, documento))] as const,
  ]
  for (const [ruta, bytes] of demas) {
    entregado(ruta, bytes)
    // The manifest asks for it, once the documents are there.
    sha256(bytes)
  }
  const escritos = await escritura
  const archivos = await observar(
    'datos',
    () => {
      const salidas = new Map<string, Uint8Array>([...escritos.map(([archivo, { bytes }]) => [archivo, bytes] as const), ...demas])
      const cierre = manifiesto({
        version: entrada.version,
        libro: entrada.libro,
        plantillas: entrada.plantillas,
        estilos: entrada.estilos,
        revision: llevaRevision(documento) ? entrada.revision : null,
        como: comoSeHizo(entrada, libro),
        salidas,
      })
      const suyo = utf8(cierre)
      entregado(MANIFIESTO, suyo)
      return salidas.set(MANIFIESTO, suyo)
    },
    ({ size }) => size,
  )
  const avisos = escritos.flatMap(([archivo, { faults }]) => faults.map((fault) => avisoDeAccesibilidad(archivo, fault)))
  return { nombre, archivos, problemas: { ...problemas, avisos: [...problemas.avisos, ...avisos] }, hallazgos, estilos }
}

/** What an examination came to, where it was of the same. */
function loExaminado({ examinado = null, libro, plantillas, limites, corte = null }: Entrada): LoExaminado | null {
  if (examinado === null || corte !== null || examinado.plantillas !== plantillas || examinado.limites !== limites) return null
  return Buffer.compare(examinado.bytes, libro.bytes) === 0 ? examinado : null
}

function comoSeHizo({ escritores, tema, secciones, sector, borrador: dia, graficasEditables }: Entrada, libro: Libro): ComoSeHizo {
  return {
    ...(libro.corte && { corte: nombreDeCorte(libro.corte, libro.politica.vigencia) }),
    formatos: [...escritores.keys()].toSorted(),
    tema,
    secciones: Object.fromEntries(secciones),
    sector,
    borrador: dia,
    graficasEditables,
  }
}

/** The chapter of a sector, alone. @throws PedidoInvalido where no section is of the sector */
function capitulo(completo: { documento: Documento; publicado: Publicado }, chapters: Composition['chapters'], sector: string) {
  const chapter = chapters.get(sector)
  if (chapter === undefined || chapter.sections.length === 0)
    throw new PedidoInvalido(`El informe no tiene un capítulo del sector ${sector}: ninguna plantilla incluida dice «por: sector».`)
  return sectorAlone(completo, chapter)
}

/** What a draft bears on each page: its day and the first digits of its workbook's hash, so that two drafts can be told apart. */
function borrador(dia: string, libro: Uint8Array): Documento['draft'] {
  return { mark: 'BORRADOR', detail: `Borrador del ${fechaLarga(dia)} · libro ${sha256(libro).slice(0, 12)}` }
}

const PUNTOS_POR_PULGADA = 72

/** Name of the file with all the figures, which the PDF carries too. */
export const DATOS = 'datos.json'

/** Name of the file that says where each figure of the documents comes from. */
const PROCEDENCIA = 'procedencia.json'

function procedencia({ libro }: Entrada, hojas: Hojas, report: Report, documento: Documento): string {
  return procedenciaJson({
    libro: { nombre: libro.nombre, sha256: sha256(libro.bytes) },
    documento,
    explicar: ({ rule, name, cells }, texto) => explicarOrigen(report, { regla: rule, nombre: name, celdas: cells }, texto),
    contenido: contenidoDe(hojas),
  })
}

/** Name of the file that says what an edition was made from. */
export const MANIFIESTO = 'manifiesto.json'

/** The charts by id, as they are drawn; those that were drawn before, as they were. */
interface Dibujadas {
  /** With their size, and pixels only where they had them. */
  readonly medidas: Promise<ReadonlyMap<string, Picture>>
  readonly imagenes: Promise<ReadonlyMap<string, Picture>>
}

function dibujarTodas(
  { graficas }: Publicado,
  theme: Theme,
  fonts: Assets['fonts'],
  { dibujar = dibujarAqui, partes = NO_PARTS }: Entrada,
): Dibujadas {
  const letras = [fonts.title, fonts.text].map(({ name, regular, bold }) => [name, sha256(regular), sha256(bold)])
  const de = (grafica: Publicado['graficas'][number]) => ({ parte: 'gráfica', grafica, theme, letras })
  const antes = new Map(
    graficas.flatMap((grafica) => {
      const imagen = partes.known(de(grafica)) as Picture | undefined
      return imagen === undefined ? [] : [[grafica.id, imagen] as const]
    }),
  )
  const nuevas = graficas.filter(({ id }) => !antes.has(id))
  const { medidas, imagenes } = nuevas.length === 0 ? NINGUNA : dibujar(nuevas, theme, fonts)
  const todas = <T>(hechas: readonly T[], imagenDe: (hecha: T) => Picture) =>
    new Map([...antes, ...nuevas.flatMap(({ id }, i) => (hechas[i] === undefined ? [] : [[id, imagenDe(hechas[i])] as const]))])
  const dibujadas: Dibujadas = {
    medidas: medidas.then((suyas) => todas(suyas, (suya) => ({ ...suya, png: SIN_PIXELES }))),
    imagenes: imagenes.then((suyas) => {
      for (const [i, grafica] of nuevas.entries()) partes.keep(de(grafica), suyas[i])
      return todas(suyas, (suya) => suya)
    }),
  }
  // Told to whoever waits for them, who may be at something else when they fail.
  for (const cada of [dibujadas.medidas, dibujadas.imagenes]) cada.catch(() => undefined)
  return dibujadas
}

const SIN_PIXELES = new Uint8Array()

const NINGUNA: GraficasEnCamino = { medidas: Promise.resolve([]), imagenes: Promise.resolve([]) }

const dibujarAqui: DibujarGraficas = (graficas, theme, fonts) => {
  const charts = import('../charts/index.js')
  const trazadas = charts.then(({ trazador }) => graficas.map(trazador(theme, fonts)))
  return { medidas: trazadas, imagenes: trazadas.then(async (todas) => (await charts).dibujarTrazadas(todas)) }
}

/** The pictures of the report as files, which bear where they come from; those inside the documents need not, and stay as they are. */
function graficasSueltas({ graficas }: Publicado, images: ReadonlyMap<string, Picture>, { grafica }: Theme, edicion: Edicion) {
  return graficas.flatMap((puesta) => {
    const imagen = images.get(puesta.id)
    if (imagen === undefined) return []
    const png = firmarPng(imagen.png, firmaDe(laminaDe(puesta), edicion), grafica.densidad * PUNTOS_POR_PULGADA)
    return [[`graficas/${nombreDeGrafica(puesta.numero)}.png`, png] as const]
  })
}

function archivosDeTablas({ tablas }: Publicado) {
  return tablas.map((t) => [`tablas/tabla-${enArchivo(t.numero)}.csv`, csv(t)] as const)
}

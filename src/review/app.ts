/** The addresses of the review page, each with what it answers. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { REVISION_VACIA, type Revision } from '../revision/index.js'
import type { Theme } from '../theme/index.js'
import { acciones } from './acciones.js'
import { descarga } from './descargas.js'
import { eventos } from './eventos.js'
import { guardia } from './guardia.js'
import { MAXIMO } from './limites.js'
import { paginaDeRevision, paginaSencilla } from './pagina.js'
import { Recados } from './recados.js'
import { NoSePudo, type Servicios } from './servicios.js'
import type { Puesto, Sesion } from './sesion.js'

/** What a form adds around its file. */
const ENVOLTURA = 64 * 1024

/** A file of the page itself. */
export interface Recurso {
  readonly tipo: string
  readonly bytes: Uint8Array
}

export interface Aplicacion {
  readonly sesion: Sesion
  readonly servicios: Servicios
  readonly theme: Theme
  /** Name and version. */
  readonly programa: string
  /** First part of every address: whoever does not know it gets nothing. */
  readonly clave: string
  /** Known once it listens. */
  readonly puerto: () => number
  /** Look, script, fonts and icon, by name. */
  readonly recursos: ReadonlyMap<string, Recurso>
}

/** The whole application, which answers requests and listens nowhere. */
export function aplicacion({ sesion, servicios, theme, programa, clave, puerto, recursos }: Aplicacion): Hono {
  const raiz = `/${clave}/`
  const recados = new Recados()
  const sencilla = async (titulo: string, ...palabras: readonly string[]) =>
    paginaSencilla({ raiz, programa, libros: await servicios.libros() }, titulo, palabras)
  const app = new Hono({ strict: false })
  app.use('*', guardia(puerto, clave, servicios.anotar))
  app.use(
    '*',
    bodyLimit({
      maxSize: MAXIMO + ENVOLTURA,
      onError: async (c) => {
        servicios.anotar('Rechazado (libro de más de 50 MB)')
        // Whoever is answered before having sent everything is told of a broken connection, and not why.
        await c.req.raw.body?.pipeTo(new WritableStream()).catch(() => undefined)
        return c.html(
          await sencilla(
            'Ese libro no cabe',
            'Esta página recibe libros de hasta 50 MB. Un libro de seguimiento pesa mucho menos: revise que sea ese, o quítele imágenes y hojas que no van.',
          ),
          413,
        )
      },
    }),
  )
  const rutas = app.basePath(`/${clave}`)

  /** What people decided, or why it cannot be told. */
  async function decidido(): Promise<{ readonly revision: Revision; readonly mensajes: readonly string[] }> {
    try {
      return { revision: await servicios.revision(), mensajes: [] }
    } catch (error) {
      if (error instanceof NoSePudo) return { revision: REVISION_VACIA, mensajes: [error.message] }
      throw error
    }
  }

  async function pagina(puesto: Puesto, direccion: string, pregunta: (nombre: string) => string | undefined): Promise<string> {
    const { revision, mensajes } = await decidido()
    return paginaDeRevision({
      raiz,
      pagina: direccion,
      puesto,
      libros: await servicios.libros(),
      seleccion: { sector: pregunta('sector') ?? null, capitulo: pregunta('capitulo') ?? null },
      revision,
      theme,
      programa,
      mensajes: [...new Set([...recados.tomar(pregunta('recado')), ...mensajes])],
    })
  }

  rutas.get('/', async (c) => {
    const puesto = await sesion.delLibro()
    if (puesto === null)
      return c.html(
        await sencilla(
          'Revisar un libro',
          'Traiga el libro de Excel de la política: el programa dice qué hay que corregir y con él hace el informe.',
        ),
      )
    return c.html(await pagina(puesto, raiz, (nombre) => c.req.query(nombre)))
  })
  rutas.get('/libro/:id', async (c) => {
    const puesto = sesion.traido(c.req.param('id'))
    if (puesto === null) return c.html(await sencilla('Ese libro ya no está', 'Se revisaron otros desde entonces. Vuelva a traerlo.'), 404)
    return c.html(await pagina(puesto, `${raiz}libro/${puesto.id}`, (nombre) => c.req.query(nombre)))
  })
  rutas.get('/graficas/:id/:clave', async (c) => {
    const examinado = (await sesion.puesto(c.req.param('id')))?.examen?.examinado ?? null
    const png = examinado && (await servicios.imagen(examinado, c.req.param('clave')))
    return png === null ? c.notFound() : c.body(png.slice().buffer, 200, { 'Content-Type': 'image/png' })
  })
  for (const [nombre, { tipo, bytes }] of recursos)
    rutas.get(`/${nombre}`, (c) => c.body(bytes.slice().buffer, 200, { 'Content-Type': tipo }))
  rutas.get('/eventos', (c) => eventos(c, sesion))
  rutas.get('/descargar/:id/:que', (c) => descarga(c, sesion, servicios, sencilla))
  acciones(rutas, { sesion, servicios, raiz, recados, sencilla })

  app.notFound(async (c) =>
    c.html(await sencilla('No hay nada en esa dirección', 'Vuelva a la dirección que el programa mostró al empezar.'), 404),
  )
  app.onError(async (error, c) => {
    servicios.anotar(`Falló ${c.req.method} ${c.req.path.replace(clave, '…')}: ${error.message}`)
    return c.html(await sencilla('Algo falló', 'El programa sigue abierto. Vuelva atrás e inténtelo otra vez.'), 500)
  })
  return app
}

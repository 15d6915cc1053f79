/** What the forms of the page do. Each leads to a page that can be loaded again without doing it twice. */
import type { Context, Hono } from 'hono'
import type { Dado } from '../pipeline/index.js'
import { type Decision, deCelda, deCifra } from '../revision/index.js'
import type { Recados } from './recados.js'
import { NoSePudo, type Servicios } from './servicios.js'
import type { Puesto, Sesion } from './sesion.js'
import { esEstado } from './versiones.js'

interface Medios {
  readonly sesion: Sesion
  readonly servicios: Servicios
  readonly raiz: string
  readonly recados: Recados
  readonly sencilla: (titulo: string, ...palabras: readonly string[]) => Promise<string>
}

type Formulario = Readonly<Record<string, string | File | (string | File)[]>>

export function acciones(rutas: Hono, { sesion, servicios, raiz, recados, sencilla }: Medios): void {
  const volver = async (c: Context, puesto: Puesto | null, mensajes: readonly string[], sector: string, ancla: string) => {
    const propio = puesto === null || (await sesion.delLibro())?.id === puesto.id
    const preguntas = new URLSearchParams({
      ...(sector !== '' && { sector }),
      ...(mensajes.length > 0 && { recado: recados.dejar(mensajes) }),
    })
    return c.redirect(`${raiz}${propio ? '' : `libro/${puesto.id}`}?${preguntas}#${ancla}`, 303)
  }
  const conPuesto = async (c: Context, hacer: (puesto: Puesto, formulario: Formulario) => Promise<Response>) => {
    const formulario = await c.req.parseBody({ all: true })
    const puesto = await sesion.puesto(texto(formulario, 'examen'))
    try {
      if (puesto !== null) return await hacer(puesto, formulario)
    } catch (error) {
      if (error instanceof NoSePudo) return await volver(c, puesto, [error.message], texto(formulario, 'sector'), 'mensajes')
      throw error
    }
    return await volver(
      c,
      null,
      ['El libro cambió mientras usted miraba esta página, y no se hizo nada. Mire otra vez lo que cambió.'],
      texto(formulario, 'sector'),
      'mensajes',
    )
  }

  const siNoSeGuarda = () => (servicios.seGuarda() ? [] : [NO_SE_GUARDA])

  rutas.post('/traer', async (c) => {
    const libro = await libroDe(await c.req.parseBody())
    if (libro === null) return c.html(await sencilla('Falta el libro', 'Elija un libro de Excel (.xlsx) y vuelva a enviarlo.'), 400)
    const puesto = await sesion.traer(libro)
    return c.redirect(`${raiz}libro/${puesto.id}`, 303)
  })
  rutas.post('/abrir', async (c) => {
    const nombre = texto(await c.req.parseBody(), 'nombre')
    try {
      await servicios.abrir(nombre)
    } catch (error) {
      if (error instanceof NoSePudo) return c.html(await sencilla('Ese libro no se abrió', error.message), 404)
      throw error
    }
    return await volver(c, null, [`Se abrió ${nombre}.`], '', 'mensajes')
  })
  rutas.post('/base', async (c) => {
    const libro = await libroDe(await c.req.parseBody())
    if (libro === null) return c.html(await sencilla('Falta el libro', 'Elija un libro de Excel (.xlsx) y vuelva a enviarlo.'), 400)
    await sesion.comparaCon(libro)
    return await volver(c, null, [`Desde ahora se compara con ${libro.nombre}.`], '', 'cambios')
  })
  rutas.post('/decidir', (c) =>
    conPuesto(c, async (puesto, formulario) => {
      const { decisiones, problema } = decisionesEn(formulario, puesto, servicios.ahora())
      if (problema === null)
        await (texto(formulario, 'decision') === 'retirado' ? servicios.retirar(decisiones) : servicios.decidir(decisiones))
      return await volver(
        c,
        puesto,
        problema === null ? [dicho(decisiones.length, texto(formulario, 'decision')), ...siNoSeGuarda()] : [problema],
        texto(formulario, 'sector'),
        'cambios',
      )
    }),
  )
  rutas.post('/version', (c) =>
    conPuesto(c, async (puesto, formulario) => {
      const estado = texto(formulario, 'estado')
      const quien = texto(formulario, 'quien')
      const libro = puesto.examen?.libro.sha256
      if (quien === '' || !esEstado(estado) || libro === undefined)
        return await volver(c, puesto, ['Falta el nombre de quien responde por la versión.'], '', 'versiones')
      const fecha = diaDe(servicios.ahora())
      const { versiones } = await servicios.registrarVersion({ fecha, estado, libro, quien, nota: texto(formulario, 'nota') })
      return await volver(c, puesto, [`Quedó registrada la versión ${versiones.at(-1)?.numero ?? ''}.`, ...siNoSeGuarda()], '', 'versiones')
    }),
  )
  rutas.post('/generar', (c) =>
    conPuesto(c, async (puesto) => await volver(c, puesto, await servicios.generar(puesto.libro), '', 'mensajes')),
  )
}

const NO_SE_GUARDA =
  'Al cerrar el programa no queda guardado: para conservarlo, ponga el libro en la carpeta de los libros y ábralo desde esta página.'

/** What was typed, without what nobody sees. */
function texto(formulario: Formulario, campo: string): string {
  const valor = formulario[campo]
  return typeof valor === 'string' ? valor.replace(/\p{C}/gu, '').trim() : ''
}

/** The workbook of a form; null where there is none. Its name is for people only: it opens no file. */
async function libroDe({ libro }: Formulario): Promise<Dado | null> {
  if (!(libro instanceof File) || libro.size === 0) return null
  const nombre = (libro.name.split(/[/\\]/u).at(-1) ?? '').replace(/[\p{C}]/gu, '').slice(0, 120)
  return { nombre: nombre === '' ? 'libro.xlsx' : nombre, bytes: new Uint8Array(await libro.arrayBuffer()) }
}

/** What the marked changes and the words beside them decide, or why they decide nothing. */
function decisionesEn(
  formulario: Formulario,
  { examen }: Puesto,
  ahora: Date,
): { readonly decisiones: readonly Decision[]; readonly problema: string | null } {
  const comparacion = examen?.examinado?.comparacion
  const quien = texto(formulario, 'quien')
  const nota = texto(formulario, 'nota')
  const decision = texto(formulario, 'decision') === 'aceptado' ? 'aceptado' : 'anotado'
  const marcados = [formulario.cambio ?? []].flat().flatMap((valor) => (typeof valor === 'string' ? [valor] : []))
  const decisiones = marcados.flatMap((marcado): readonly Decision[] => {
    const [, de, n] = /^(celda|cifra)-(\d+)$/u.exec(marcado) ?? []
    const celda = de === 'celda' ? comparacion?.celdas[Number(n)] : undefined
    const cifra = de === 'cifra' ? comparacion?.cifras[Number(n)] : undefined
    const cambio = celda === undefined ? cifra && deCifra(cifra) : deCelda(celda)
    return cambio === undefined ? [] : [{ ...cambio, decision, quien, nota, fecha: ahora.toISOString() }]
  })
  const falta = decisiones.length === 0 ? 'Marque al menos un cambio.' : quien === '' ? 'Escriba su nombre.' : null
  const sinNota = texto(formulario, 'decision') === 'anotado' && nota === '' ? 'Para anotar un cambio, escriba una palabra.' : null
  return { decisiones, problema: falta ?? sinNota }
}

/** How what was decided is told. */
const DICHO: Readonly<Record<string, readonly [uno: string, varios: string]>> = {
  aceptado: ['Un cambio quedó aceptado.', 'cambios quedaron aceptados.'],
  anotado: ['Un cambio quedó anotado.', 'cambios quedaron anotados.'],
  retirado: ['Se retiró lo que usted había dicho de un cambio.', 'cambios quedaron sin lo que usted había dicho de ellos.'],
}

function dicho(cuantos: number, decision: string): string {
  const [uno, varios] = DICHO[decision] ?? ['', '']
  return cuantos === 1 ? uno : `${cuantos} ${varios}`
}

/** The day of a moment where the program runs. */
function diaDe(momento: Date): string {
  const dos = (n: number) => String(n).padStart(2, '0')
  return `${momento.getFullYear()}-${dos(momento.getMonth() + 1)}-${dos(momento.getDate())}`
}

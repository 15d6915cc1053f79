import type { Context } from 'hono'
import { type Descarga, NoSePudo, type Servicios } from './servicios.js'
import type { Sesion } from './sesion.js'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const TIPOS: Readonly<Record<Descarga, string>> = {
  docx: WORD,
  'control-de-cambios': WORD,
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  comparacion: 'text/html; charset=utf-8',
  auditoria: 'text/html; charset=utf-8',
  graficas: 'application/zip',
}

const esDescarga = (texto: string): texto is Descarga => texto in TIPOS

/** Makes a file of a workbook under review and hands it over; what keeps it from being made is a page that says so. */
export async function descarga(
  c: Context,
  sesion: Sesion,
  servicios: Servicios,
  sencilla: (titulo: string, ...palabras: readonly string[]) => Promise<string>,
): Promise<Response> {
  const que = c.req.param('que') ?? ''
  const puesto = await sesion.puesto(c.req.param('id') ?? '')
  if (!esDescarga(que)) return c.notFound()
  if (puesto === null)
    return c.html(
      await sencilla('Ese libro ya no está', 'El libro cambió desde que abrió la página. Vuelva a ella y pida el archivo otra vez.'),
      404,
    )
  try {
    const hecho = await servicios.hacer(puesto.libro, puesto.base, {
      que,
      sector: c.req.query('sector') || null,
      uso: c.req.query('uso') || null,
      conVersiones: c.req.query('versiones') !== undefined,
    })
    if ('problema' in hecho) return c.html(await sencilla('Ese archivo no se puede hacer', hecho.problema), 409)
    return c.body(hecho.bytes.slice().buffer, 200, {
      'Content-Type': TIPOS[que],
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(hecho.nombre)}`,
    })
  } catch (error) {
    if (!(error instanceof NoSePudo)) throw error
    return c.html(await sencilla('Ese archivo no se pudo hacer', error.message), 503)
  }
}

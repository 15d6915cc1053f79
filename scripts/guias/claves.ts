import { componer } from '../../src/compose/index.js'
import type { Edicion } from './edicion.js'
import { codigo, tabla } from './marcas.js'

/** The keys of `Textos` that the templates know: where each stands and what is left out without it. */
export function claves({ report, plantillas }: Edicion): string {
  // Of a workbook without texts, the composer itself says every key that it looked for.
  const { notices } = componer({ ...report, libro: { ...report.libro, textos: new Map() } }, plantillas)
  return tabla(
    ['clave', 'plantilla', 'parte del informe', 'si falta'],
    notices.map(({ clave }) => {
      const [ruta = '', texto = ''] = [...plantillas].find(([, cuerpo]) => nombra(cuerpo, clave)) ?? []
      return [codigo(clave), codigo(ruta), tituloAntesDe(clave, texto), siFalta(clave, texto)]
    }),
  )
}

function nombra(plantilla: string, clave: string): boolean {
  return plantilla.includes(`"${clave}"`) || requiere(plantilla, clave)
}

function requiere(plantilla: string, clave: string): boolean {
  return plantilla.split('\n').includes(`requiere: ${clave}`)
}

/** The last title of the template before the text stands; a value in it reads as dots. */
function tituloAntesDe(clave: string, plantilla: string): string {
  const antes = plantilla.slice(0, plantilla.indexOf(`{{texto "${clave}"}}`))
  const titulo = antes.split('\n').findLast((linea) => linea.startsWith('#')) ?? ''
  return titulo.replace(/^#+ /u, '').replace(/\{\{[^}]*\}\}/gu, '…')
}

function siFalta(clave: string, plantilla: string): string {
  if (requiere(plantilla, clave)) return 'no sale la sección entera'
  return plantilla.includes(`(hayTexto "${clave}")`) ? 'no sale esa parte' : 'sale la parte sin ese texto'
}

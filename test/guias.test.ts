/** The guides say what the program does: parts made from its tables are fresh, and what was written by hand names everything there is. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { leerEdicion, RAIZ } from '../scripts/guias/edicion.js'
import { rellenar } from '../scripts/guias/marcas.js'
import { GUIAS, partes } from '../scripts/guias/partes.js'
import { componer } from '../src/compose/index.js'
import { COLORES, PERIODICIDADES, TIPOS_ANUALIZACION, UNIDADES } from '../src/model/index.js'
import { datosJson, manifiesto } from '../src/outputs/index.js'
import { REGLAS } from '../src/workbook/index.js'

const edicion = leerEdicion()
const leer = (guia: string) => readFileSync(join(RAIZ, guia), 'utf8')

/** What a guide does not name as code. */
const faltanEn = (guia: string, nombres: Iterable<string>) => {
  const texto = leer(guia)
  return [...new Set(nombres)].filter((nombre) => !texto.includes(`\`${nombre}\``))
}

describe('las partes que salen del programa', () => {
  const todas = partes(edicion)

  test.each(GUIAS)('%s está al día (si no, npm run guias)', (guia) => {
    expect(rellenar(leer(guia), todas)).toBe(leer(guia))
  })

  test('están todas en alguna guía', () => {
    const textos = GUIAS.map(leer).join('\n')
    expect(Object.keys(todas).filter((parte) => !textos.includes(`<!-- generado: ${parte} -->`))).toEqual([])
  })

  test('una parte que nadie hace se dice', () => {
    expect(() => rellenar('<!-- generado: otra -->\n<!-- fin: otra -->', todas)).toThrow('«otra»')
  })

  test('errores.md trae todas las reglas del libro', () => {
    expect(faltanEn('docs/errores.md', REGLAS)).toEqual([])
  })
})

describe('lo escrito a mano', () => {
  test('libro.md nombra las hojas y las columnas del libro de la edición', () => {
    const libro = XLSX.read(readFileSync(join(RAIZ, 'inputs/ppasp-2023.xlsx')))
    const encabezados = libro.SheetNames.filter((hoja) => hoja !== 'Instrucciones').flatMap((hoja) => {
      const [titulos = []] = XLSX.utils.sheet_to_json<unknown[]>(libro.Sheets[hoja] ?? {}, { header: 1, range: 2 })
      return titulos.map(String).filter((titulo) => !/^\d{4}$/u.test(titulo))
    })
    expect(encabezados.length).toBeGreaterThan(40)
    expect(faltanEn('docs/libro.md', encabezados)).toEqual([])
    expect(libro.SheetNames.filter((hoja) => !new RegExp(`^### .*${hoja}|\`${hoja}\``, 'mu').test(leer('docs/libro.md')))).toEqual([])
  })

  test('libro.md nombra los campos de la política y los valores de cada lista', () => {
    const colores = COLORES.map((color) => color.charAt(0).toUpperCase() + color.slice(1))
    const campos = Object.keys(edicion.libro.politica.celdas)
    expect(faltanEn('docs/libro.md', [...campos, ...TIPOS_ANUALIZACION, ...PERIODICIDADES, ...UNIDADES, ...colores])).toEqual([])
  })

  test('plantillas.md nombra los campos del encabezado', () => {
    const archivos = new Map(edicion.plantillas).set('99-prueba.md', '---\notro: sí\n---\n')
    const [falta] = componer(edicion.report, archivos).faults
    const campos = falta?.expected.replace(/^.*: /u, '').split(', ') ?? []
    expect(campos).toContain('incluir')
    expect(faltanEn('docs/plantillas.md', campos)).toEqual([])
  })

  test('datos.md nombra los campos de datos.json y del manifiesto', () => {
    const datos: unknown = JSON.parse(datosJson(edicion.report, edicion.composicion.publicado))
    const como = { formatos: [], tema: '', secciones: {}, sector: null, borrador: null, graficasEditables: false }
    const vacio = { version: '', libro: { nombre: '', bytes: new Uint8Array() }, plantillas: new Map(), como, salidas: new Map() }
    expect(faltanEn('docs/datos.md', [...nombresDe(datos), ...nombresDe(JSON.parse(manifiesto(vacio)))])).toEqual([])
  })

  test('arquitectura.md nombra las carpetas de src, y los archivos que cita existen', () => {
    const texto = leer('docs/arquitectura.md')
    const carpetas = readdirSync(join(RAIZ, 'src'), { withFileTypes: true }).filter((entrada) => entrada.isDirectory())
    expect(carpetas.map(({ name }) => name).filter((carpeta) => !new RegExp(`^  ${carpeta}/ `, 'mu').test(texto))).toEqual([])
    const citados = [...texto.matchAll(/`((?:src|test|scripts)\/[\w./-]+\.ts)`/gu)].map(([, ruta]) => ruta ?? '')
    expect(citados.length).toBeGreaterThan(10)
    expect(citados.filter((ruta) => !existsSync(join(RAIZ, ruta)))).toEqual([])
  })
})

/** Every field name of a JSON value. */
function nombresDe(valor: unknown): readonly string[] {
  if (typeof valor !== 'object' || valor === null) return []
  const propios = Array.isArray(valor) ? [] : Object.keys(valor)
  return [...propios, ...Object.values(valor).flatMap(nombresDe)]
}

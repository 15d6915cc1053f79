import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { construirLibro, leerCarpeta } from '../scripts/libro/construir.js'
import { leerProsa, unirLineas } from '../scripts/libro/prosa.js'
import { readLibro } from '../src/workbook/index.js'

const inputs = join(import.meta.dirname, '..', 'inputs')
const fuentes = leerCarpeta(join(inputs, 'ppasp-2023'))

/** Every cell of the workbook as `Hoja!B4` → value and number format. */
function celdas(bytes: Uint8Array): Record<string, string> {
  const libro = XLSX.read(bytes, { cellNF: true, cellDates: false })
  const todas: Record<string, string> = {}
  for (const nombre of libro.SheetNames) {
    for (const [direccion, celda] of Object.entries(libro.Sheets[nombre] ?? {})) {
      if (direccion.startsWith('!')) continue
      const { t, v, z, f } = celda as XLSX.CellObject
      todas[`${nombre}!${direccion}`] = `${t} ${String(v)} ${String(z)}${f === undefined ? '' : ' fórmula'}`
    }
  }
  return todas
}

/** Rows of a sheet under its headers (third row), by header. */
function filas(libro: XLSX.WorkBook, hoja: string): Record<string, unknown>[] {
  const contenido = libro.Sheets[hoja]
  if (contenido === undefined) throw new Error(`falta la hoja ${hoja}`)
  return XLSX.utils.sheet_to_json<Record<string, unknown>>(contenido, { range: 2, defval: null })
}

describe('el libro de 2023', () => {
  const guardado = readFileSync(join(inputs, 'ppasp-2023.xlsx'))
  const libro = XLSX.read(guardado, { cellNF: true })
  let bytes: Uint8Array

  beforeAll(async () => {
    bytes = (await construirLibro(fuentes)).bytes
  })

  test('es, celda por celda, lo que dan sus fuentes: si no, falta npm run libro', () => {
    expect(celdas(guardado)).toEqual(celdas(bytes))
  })

  test('sale con los mismos bytes cada vez', async () => {
    expect(Buffer.compare((await construirLibro(fuentes)).bytes, bytes)).toBe(0)
  })

  test('trae sus hojas en orden, con las instrucciones primero', () => {
    expect(libro.SheetNames).toEqual([
      ...['Instrucciones', 'Política', 'Créditos', 'Objetivos', 'Sectores', 'Productos', 'Metas', 'Avances', 'Reportes', 'Semáforo'],
      ...['Capacitaciones', 'Jornadas', 'Reuniones', 'Textos', 'Auditoría'],
    ])
  })

  test('tiene las filas de la edición y sus totales publicados', () => {
    const contar = (hoja: string): number => filas(libro, hoja).length
    expect(['Objetivos', 'Sectores', 'Productos', 'Metas', 'Avances'].map(contar)).toEqual([4, 14, 73, 73, 73])
    expect(['Reportes', 'Capacitaciones', 'Jornadas', 'Reuniones'].map(contar)).toEqual([68, 9, 25, 100])
    const sumar = (hoja: string, columna: string): number => filas(libro, hoja).reduce((suma, fila) => suma + Number(fila[columna]), 0)
    expect(sumar('Capacitaciones', 'Participantes')).toBe(337)
    expect(sumar('Capacitaciones', 'Sesiones')).toBe(12)
    expect(sumar('Jornadas', 'Asistentes')).toBe(551)
  })

  test('guarda los códigos como texto, los porcentajes como fracciones y las fechas como fechas', () => {
    expect(libro.Sheets.Productos?.A4).toMatchObject({ t: 's', v: '2.1.2', z: '@' })
    const fila = filas(libro, 'Metas').findIndex((f) => f.Código === '3.2.1') + 4
    expect(libro.Sheets.Metas?.[`E${fila}`]).toMatchObject({ t: 'n', v: 0.35, z: '0 %' })
    // 24 January 2023 is day 44950 of Excel's count.
    expect(libro.Sheets.Reuniones?.B4).toMatchObject({ t: 'n', v: 44950, z: 'dd/mm/yyyy' })
  })

  test('se lee sin errores, con los avisos que sus fuentes explican y con toda su prosa', () => {
    const { libro: leido, errores, avisos } = readLibro(guardado)
    expect(errores).toEqual([])
    const veces = (regla: string): number => avisos.filter((aviso) => aviso.rule === regla).length
    expect(['cumplimiento-sobre-300', 'salto-del-logro', 'acumulado-sobre-meta-final'].map(veces)).toEqual([4, 3, 4])
    expect(avisos).toHaveLength(11)
    expect(leido?.productos.filter((p) => p.logros !== null)).toHaveLength(68)
    expect(leido?.textos.size).toBe(15)
    expect([...(leido?.objetivos ?? []), ...(leido?.sectores ?? [])].every((o) => o.conclusiones !== null)).toBe(true)
  })

  test('suma, para cada producto de tipo Suma, metas que dan su meta final', () => {
    const metas = new Map(filas(libro, 'Metas').map((f) => [f.Código, f]))
    for (const producto of filas(libro, 'Productos').filter((p) => p['Tipo de anualización'] === 'Suma')) {
      const fila = metas.get(producto.Código)
      const suma = Array.from({ length: 10 }, (_, i) => Number(fila?.[String(2020 + i)] ?? 0)).reduce((a, b) => a + b)
      expect(suma, String(producto.Código)).toBeCloseTo(Number(producto['Meta final']), 9)
    }
  })

  test('marca como reconstruida toda serie con años distintos de 2023', () => {
    for (const hoja of ['Metas', 'Avances']) {
      for (const fila of filas(libro, hoja)) {
        const otros = Object.keys(fila).filter((titulo) => /^\d{4}$/.test(titulo) && titulo !== '2023' && fila[titulo] !== null)
        expect(/reconstruida/.test(String(fila.Procedencia)), `${hoja} ${String(fila.Código)}`).toBe(otros.length > 0)
      }
    }
  })

  test('ordena las reuniones por fecha y los productos por sector y código', () => {
    const fechas = filas(libro, 'Reuniones').map((f) => Number(f.Fecha))
    expect(fechas).toEqual([...fechas].sort((a, b) => a - b))
    const mujeres = filas(libro, 'Productos').filter((p) => p.Sector === 'Mujeres')
    expect(mujeres.map((p) => p.Código).slice(3, 7)).toEqual(['1.4.1', '1.4.2', '1.4.6', '1.4.10'])
  })
})

describe('las fuentes de un libro', () => {
  const con = (ruta: string, texto: string): Map<string, string> => new Map(fuentes).set(ruta, texto)

  test('rechazan un código, un sector o una clave que no existen', async () => {
    await expect(construirLibro(con('reportes/zzz.md', '# 9.9.9\n## Logros\nAlgo.\n'))).rejects.toThrow(
      'reportes/zzz.md: «9.9.9» no existe',
    )
    await expect(construirLibro(con('conclusiones/sectores.md', '# Turismo\nAlgo.\n'))).rejects.toThrow('«Turismo» no existe')
    await expect(construirLibro(con('textos/prologo.md', 'Algo.\n'))).rejects.toThrow('clave desconocida «prologo»')
  })

  test('avisan de cada producto con meta que no tiene logros', async () => {
    const sinAmbiente = new Map([...fuentes].filter(([ruta]) => !ruta.startsWith('reportes/')))
    const { faltantes } = await construirLibro(sinAmbiente)
    expect(faltantes.filter((f) => f.startsWith('Logros'))).toHaveLength(68)
  })

  test('dan cada párrafo, viñeta y nota en una sola línea', () => {
    expect(unirLineas('Un párrafo\nen dos líneas.\n\n- uno\n  y medio\n- dos\n\n[^1]: nota\nlarga\n')).toBe(
      'Un párrafo en dos líneas.\n\n- uno y medio\n- dos\n\n[^1]: nota larga',
    )
  })

  test('leen los apartados de cada producto y señalan la línea de un título repetido', () => {
    const prosa = leerProsa('x.md', '# 1.1.1\n## Logros\nUno.\n## Dificultades\nDos.\n# 1.1.2\n## Logros\n')
    expect(Object.fromEntries(prosa.get('1.1.1') ?? [])).toEqual({ Logros: 'Uno.', Dificultades: 'Dos.' })
    expect(prosa.get('1.1.2')?.size).toBe(0)
    expect(() => leerProsa('x.md', '# 1.1.1\nUno.\n# 1.1.1\n')).toThrow('x.md:3')
  })
})

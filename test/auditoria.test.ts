/** What an audit finds, and what it leaves alone: planted errors and tempting right sentences of an invented policy. */
import { describe, expect, test } from 'vitest'
import { auditar, type Hallazgo, hechosDe, type Pasaje, REGLAS_DE_PROSA, REGLAS_DEL_LIBRO, revisarProsa } from '../src/audit/index.js'
import { readTree } from '../src/disk/index.js'
import { calcularIndicadores } from '../src/indicators/index.js'
import { auditarLibro } from '../src/pipeline/index.js'
import { construirReport, publicar } from '../src/report/index.js'
import { politicaDeHuertas } from './auditoria/politica-de-huertas.js'
import { ACIERTOS, libroSembrado, SEMBRADOS } from './auditoria/sembrado.js'
import type { UnLibro, Valor } from './un-libro.js'

const plantillas = await readTree(new URL('../templates', import.meta.url).pathname)

describe('el informe sembrado', () => {
  test('tiene al menos 40 errores, de todas las clases, y 40 aciertos', () => {
    expect(SEMBRADOS.length).toBeGreaterThanOrEqual(40)
    expect(ACIERTOS.length).toBeGreaterThanOrEqual(40)
    expect(new Set(SEMBRADOS.map(({ clase }) => clase))).toEqual(
      new Set([
        'porcentaje',
        'cantidad',
        'sentido',
        'codigo',
        'recuento',
        'nombre',
        'referencia',
        'fecha',
        'aritmetica',
        'suma',
        'dato-personal',
      ]),
    )
  })

  test('es un libro que se lee sin errores, y cada error está en su oración', () => {
    expect(libroSembrado().libro().productos).toHaveLength(12)
    expect(SEMBRADOS.filter(({ oracion, dice }) => oracion !== '' && !oracion.includes(dice))).toEqual([])
  })
})

/** Cell of a sentence of the planted report, by where it was typed. */
function celdaDe(libro: ReturnType<UnLibro['libro']>, { hoja, clave, columna }: { hoja: string; clave: string; columna: string }): string {
  if (columna === '') return `${hoja}!${clave}`
  const producto = libro.productos.find((p) => p.codigo === clave)
  const prosa = {
    Reportes: { Logros: producto?.logros, Dificultades: producto?.dificultades, Observaciones: producto?.observaciones }[columna],
    Sectores: libro.sectores.find((s) => s.nombre === clave)?.conclusiones,
    Objetivos: libro.objetivos.find((o) => String(o.numero) === clave)?.conclusiones,
    Textos: libro.textos.get(clave),
  }[hoja]
  if (prosa === undefined || prosa === null) throw new Error(`No está la celda de ${hoja} ${clave} ${columna}`)
  return prosa.celda
}

describe('la auditoría del informe sembrado', () => {
  const libro = libroSembrado()
  const modelo = libro.libro()
  const { pendientes } = auditarLibro(libro.bytes(), plantillas)
  const en = (celda: string, oracion: string) =>
    pendientes.filter((h) => h.lugar === celda && (oracion === '' || oracion.includes(h.texto) || h.texto.includes(oracion)))

  test.each(SEMBRADOS)('$id ($clase): $oracion', (sembrado) => {
    const hallados = en(celdaDe(modelo, sembrado), sembrado.oracion)
    const suyo = hallados.find(({ dice }) => dice === sembrado.dice || (sembrado.dice !== '' && dice.includes(sembrado.dice)))
    expect(suyo, JSON.stringify(hallados)).toBeDefined()
    expect(suyo?.esperado).toContain(sembrado.esperado)
  })

  test.each(ACIERTOS)('$id, que es cierta, no es un hallazgo: $oracion', (acierto) => {
    expect(en(celdaDe(modelo, acierto), acierto.oracion)).toEqual([])
  })
})

describe('cada regla', () => {
  const hechosDeHuertas = (libro: UnLibro) => {
    const report = construirReport(libro.libro(), calcularIndicadores(libro.libro()))
    return hechosDe(
      report,
      publicar(report, [{ clase: 'tabla', id: 'productos-por-sector', titulo: 'Productos por sector', fuente: '', extra: false }]),
    )
  }
  const deHuertas = hechosDeHuertas(politicaDeHuertas(new Map()))
  const enProsa = (
    id: string,
    { texto, producto, sector, objetivo, junto = [] }: (typeof REGLAS_DE_PROSA)[number]['debe'],
  ): readonly Hallazgo[] => {
    const suyo = producto === undefined ? undefined : deHuertas.productos.get(producto)?.producto.sector
    const tema = { producto: producto ?? null, sector: sector ?? suyo ?? null, objetivo: objetivo ?? null }
    const pasajes: readonly Pasaje[] = [texto, ...junto].map((t, i) => ({ lugar: `Textos!B${i + 2}`, texto: t, ...tema }))
    return revisarProsa(pasajes, deHuertas).filter(({ regla }) => regla === id)
  }

  test.each(REGLAS_DE_PROSA)('$id encuentra su ejemplo y deja en paz al que se le parece', ({ id, debe, no, severidad }) => {
    const [hallado] = enProsa(id, debe)
    expect(hallado).toBeDefined()
    expect(debe.texto).toContain(hallado?.dice ?? '')
    expect(enProsa(id, no)).toEqual([])
    expect(['contradiccion', 'posible', 'estilo']).toContain(severidad)
  })

  test.each(REGLAS_DEL_LIBRO)('$id encuentra sus filas y deja en paz las que se les parecen', ({ id, debe, no }) => {
    const COLUMNAS = { Jornadas: ['Fecha', 'Lugar', 'Asistentes'], Reuniones: ['Entidad o sector', 'Fecha'] }
    const con = ({ hoja, filas }: typeof debe) => {
      const vacia = hoja === 'Jornadas' ? 'Reuniones' : 'Jornadas'
      const libro = politicaDeHuertas(new Map())
        .sinHoja(vacia)
        .hoja(hoja, [COLUMNAS[hoja], ...(filas as readonly (readonly Valor[])[])])
      return auditar(hechosDeHuertas(libro)).hallazgos.filter(({ regla }) => regla === id)
    }
    expect(con(debe)).toHaveLength(1)
    expect(con(no)).toEqual([])
  })
})

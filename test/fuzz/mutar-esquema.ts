/** Workbooks whose sheets, columns and rows are others than those of the contract, or are the same in another order. */
import { type CeldaPlana, type FilaPlana, FORMA, type Forma, type HojaPlana, type LibroPlano } from '../un-xlsx.js'
import type { Azar } from './azar.js'
import { conOtro, type Mutacion } from './mutacion.js'
import { celdasDe, conCelda, conHoja, hojaLlamada, numero, texto } from './mutar-valores.js'

/** Changes one sheet, by chance, of those of these names, or of all. */
function enHoja(
  nombre: string,
  hojas: readonly string[] | null,
  otras: (hoja: HojaPlana, azar: Azar, libro: LibroPlano) => readonly HojaPlana[],
  neutra = false,
): Mutacion<LibroPlano> {
  return {
    nombre,
    neutra,
    cambiar(libro, azar) {
      const lugares = hojas === null ? [...libro.hojas.keys()] : hojas.map((una) => hojaLlamada(libro, una)).filter((lugar) => lugar >= 0)
      if (lugares.length === 0) return libro
      const lugar = azar.uno(lugares)
      return conHoja(libro, lugar, ...otras(libro.hojas[lugar] as HojaPlana, azar, libro))
    },
  }
}

/** The row of the titles: the first in which as many cells as in any other are texts or years. */
function filaDeTitulos({ filas }: HojaPlana): number {
  const llenas = filas.map((fila) => fila.filter((celda) => celda?.clase === 'texto' || celda?.clase === 'numero').length)
  const encabezado = filas.findIndex((fila) =>
    fila.some(
      (celda) =>
        celda?.clase === 'texto' &&
        /^(campo|código|objetivo|orden|color|clave|grupo|fecha|estación de policía|entidad o sector|hallazgo)$/iu.test(celda.valor),
    ),
  )
  return encabezado >= 0 ? encabezado : Math.max(0, llenas.indexOf(Math.max(...llenas)))
}

/** The columns of a sheet, each as its cells from the top, changed together. */
function conColumnas(hoja: HojaPlana, cambio: (columnas: readonly (readonly (CeldaPlana | null)[])[]) => readonly FilaPlana[]): HojaPlana {
  const ancho = Math.max(0, ...hoja.filas.map((fila) => fila.length))
  const columnas = Array.from({ length: ancho }, (_, c) => hoja.filas.map((fila) => fila[c] ?? null))
  const nuevas = cambio(columnas)
  return { ...hoja, combinadas: [], filas: hoja.filas.map((_, r) => nuevas.map((columna) => columna[r] ?? null)) }
}

/** Changes one title, by chance. */
function enTitulo(nombre: string, otro: (titulo: CeldaPlana, azar: Azar) => CeldaPlana | null, neutra = false): Mutacion<LibroPlano> {
  return enHoja(
    nombre,
    null,
    (hoja, azar) => {
      const r = filaDeTitulos(hoja)
      const lugares = (hoja.filas[r] ?? []).flatMap((celda, c) => (celda === null ? [] : [{ celda, c }]))
      if (lugares.length === 0) return [hoja]
      const { celda, c } = azar.uno(lugares)
      return [conCelda(hoja, r, c, otro(celda, azar))]
    },
    neutra,
  )
}

/** Changes the rows of data of a sheet. */
function enFilas(
  nombre: string,
  hojas: readonly string[] | null,
  otras: (filas: readonly FilaPlana[], azar: Azar) => readonly FilaPlana[],
  neutra = false,
): Mutacion<LibroPlano> {
  return enHoja(
    nombre,
    hojas,
    (hoja, azar) => {
      const r = filaDeTitulos(hoja)
      return [{ ...hoja, combinadas: [], filas: [...hoja.filas.slice(0, r + 1), ...otras(hoja.filas.slice(r + 1), azar)] }]
    },
    neutra,
  )
}

/** Changes every cell that is a text of this form, in all sheets. */
function enTodas(libro: LibroPlano, cambio: (valor: string) => string): LibroPlano {
  const otra = (celda: CeldaPlana | null): CeldaPlana | null =>
    celda?.clase === 'texto' ? { ...celda, valor: cambio(celda.valor) } : celda
  return { ...libro, hojas: libro.hojas.map((hoja) => ({ ...hoja, filas: hoja.filas.map((fila) => fila.map(otra)) })) }
}

const codigosDe = (libro: LibroPlano) => {
  const lugar = hojaLlamada(libro, 'Productos')
  return (libro.hojas[lugar]?.filas ?? []).flatMap((fila) =>
    fila[0]?.clase === 'texto' && /^\d+\.\d+\.\d+$/u.test(fila[0].valor) ? [fila[0].valor] : [],
  )
}

const NOMBRES = [
  '',
  'Hoja1',
  'Metas ',
  'METAS',
  'Avances',
  '__proto__',
  'constructor',
  'toString',
  'ñ'.repeat(31),
  "a'b",
  'x!y',
  '日本',
  'Polítca',
]
const LISTAS = [
  'Suma',
  'Constante',
  'Creciente',
  'Decreciente',
  'Anual',
  'Semestral',
  'Mensual',
  'Número',
  'Porcentaje',
  'porcentaje ',
  'Numero',
  'Trimestal',
  'Otro',
  '',
]
/** Sheets in which the order of rows says nothing. */
const SIN_ORDEN = ['Política', 'Objetivos', 'Sectores', 'Productos', 'Metas', 'Avances', 'Reportes', 'Semáforo', 'Textos']

/** The same workbook in another order, or with what does not count. */
export const DE_ORDEN: readonly Mutacion<LibroPlano>[] = [
  { nombre: 'hojas en otro orden', neutra: true, cambiar: (libro, azar) => ({ ...libro, hojas: azar.barajar(libro.hojas) }) },
  enFilas('filas en otro orden', SIN_ORDEN, (filas, azar) => azar.barajar(filas), true),
  enHoja('columnas en otro orden', null, (hoja, azar) => [conColumnas(hoja, (columnas) => azar.barajar(columnas))], true),
  enFilas(
    'filas vacías entre las demás',
    SIN_ORDEN,
    (filas, azar) => filas.flatMap((fila) => (azar.suerte(0.3) ? [[], fila] : [fila])),
    true,
  ),
  enHoja(
    'un título arriba',
    null,
    (hoja) => [{ ...hoja, combinadas: [], filas: [[texto('Libro de seguimiento')], [], ...hoja.filas] }],
    true,
  ),
  enTitulo('un título en mayúsculas', (titulo) => (titulo.clase === 'texto' ? texto(` ${titulo.valor.toUpperCase()} `) : titulo), true),
  enHoja('una hoja en mayúsculas', null, (hoja) => [{ ...hoja, nombre: hoja.nombre.toUpperCase() }], true),
  enHoja(
    'una hoja oculta',
    null,
    (hoja, azar, libro) => [azar.suerte(0.5) && libro.hojas.length > 1 ? { ...hoja, oculta: true } : hoja],
    true,
  ),
  {
    nombre: 'una hoja de más',
    neutra: true,
    cambiar: (libro) => ({ ...libro, hojas: [...libro.hojas, { nombre: 'Apuntes', filas: [[texto('x'), numero(3)]] }] }),
  },
  enHoja(
    'una columna de más',
    null,
    (hoja) => [
      conColumnas(hoja, (columnas) => [...columnas, hoja.filas.map((_, r) => (r === filaDeTitulos(hoja) ? texto('Apuntes') : texto('x')))]),
    ],
    true,
  ),
]

export const DE_ESQUEMA: readonly Mutacion<LibroPlano>[] = [
  enHoja('hoja con otro nombre', null, (hoja, azar) => [{ ...hoja, nombre: azar.uno(NOMBRES) }]),
  enHoja('falta una hoja', null, () => []),
  enHoja('hoja repetida', null, (hoja, azar) => [
    hoja,
    { ...hoja, nombre: azar.uno([`${hoja.nombre} `, hoja.nombre.toLowerCase(), hoja.nombre]) },
  ]),
  enHoja('hoja vacía', null, (hoja) => [{ ...hoja, filas: [] }]),
  enHoja('hoja sin filas', null, (hoja) => [{ ...hoja, filas: hoja.filas.slice(0, filaDeTitulos(hoja) + 1) }]),
  enHoja('una hoja con lo de otra', null, (hoja, azar, libro) => [{ ...hoja, filas: azar.uno(libro.hojas).filas }]),
  enTitulo('columna con otro título', (_, azar) =>
    azar.uno([texto(azar.uno(NOMBRES)), null, numero(2031), numero(-5), { clase: 'logico', valor: true }]),
  ),
  enTitulo('otro periodo', (titulo, azar) =>
    texto(`${titulo.clase === 'numero' ? titulo.valor : 2023}${azar.uno(['-T1', '-S3', '-M13', '-B6', '-X1', ' -T2', '-t2'])}`),
  ),
  enHoja('columna repetida', null, (hoja, azar) => [
    conColumnas(hoja, (columnas) => (columnas.length === 0 ? columnas : [...columnas, azar.uno(columnas)])),
  ]),
  enHoja('falta una columna', null, (hoja, azar) => [
    conColumnas(hoja, (columnas) => (columnas.length === 0 ? columnas : conOtro(columnas, azar.entre(0, columnas.length - 1)))),
  ]),
  enHoja('años corridos', ['Metas', 'Avances'], (hoja, azar) => {
    const r = filaDeTitulos(hoja)
    const corrido = azar.uno([-1, 1, 5, 100])
    return [
      {
        ...hoja,
        filas: conOtro(
          hoja.filas,
          r,
          (hoja.filas[r] ?? []).map((celda) => (celda?.clase === 'numero' ? numero(celda.valor + corrido) : celda)),
        ),
      },
    ]
  }),
  enHoja('clases de periodo mezcladas', ['Avances'], (hoja, azar) => [
    conColumnas(hoja, (columnas) => [
      ...columnas,
      ...['-T1', '-S2', '-M03'].map((periodo) =>
        hoja.filas.map((_, r) =>
          r === filaDeTitulos(hoja)
            ? texto(`${azar.uno([2023, 2027, 2031])}${periodo}`)
            : azar.suerte(0.5)
              ? numero(azar.entre(0, 9))
              : null,
        ),
      ),
    ]),
  ]),
  enFilas('fila repetida', null, (filas, azar) => (filas.length === 0 ? filas : [...filas, azar.uno(filas)])),
  enFilas('falta una fila', null, (filas, azar) => (filas.length === 0 ? filas : conOtro(filas, azar.entre(0, filas.length - 1)))),
  {
    nombre: 'un código cambiado',
    cambiar(libro, azar) {
      const lugares = celdasDe(
        libro,
        ['Productos', 'Metas', 'Avances', 'Reportes'],
        (celda) => celda.clase === 'texto' && /^\d+\.\d+/u.test(celda.valor),
      )
      if (lugares.length === 0) return libro
      const { hoja, r, c } = azar.uno(lugares)
      const otro = azar.uno<CeldaPlana>([
        texto('9.9.9'),
        texto('1.1.1'),
        texto('2.1.1.'),
        texto('1.1'),
        texto('01.1.1'),
        texto('99999999999999999999.1.1'),
        texto('1.1.1.1'),
        numero(1.1),
        numero(41_002, 'dd/mm/yyyy'),
        texto('__proto__'),
      ])
      return conHoja(libro, hoja, conCelda(libro.hojas[hoja] as HojaPlana, r, c, otro))
    },
  },
  {
    nombre: 'un código cambiado en todas partes',
    cambiar(libro, azar) {
      const codigos = codigosDe(libro)
      if (codigos.length === 0) return libro
      const viejo = azar.uno(codigos)
      const nuevo = viejo.replace(/\d+$/u, String(azar.entre(1, 99_999)))
      return enTodas(libro, (valor) => (valor === viejo ? nuevo : valor))
    },
  },
  {
    nombre: 'un sector con otro nombre en todas partes',
    cambiar(libro, azar) {
      const sectores = celdasDe(libro, ['Sectores'], (celda) => celda.clase === 'texto').filter(({ c }) => c === 1)
      if (sectores.length === 0) return libro
      const { celda } = azar.uno(sectores)
      const nuevo = azar.uno([
        'Cultura, Recreación y Deporte',
        'ñ',
        'política',
        'objetivo 1',
        '__proto__',
        '1.1.1',
        '日本',
        'x'.repeat(400),
        '| a | b',
        '**s**',
        'a [[b]]',
      ])
      return enTodas(libro, (valor) => (celda.clase === 'texto' && valor === celda.valor ? nuevo : valor))
    },
  },
  {
    nombre: 'un valor de una lista',
    cambiar(libro, azar) {
      const lugares = celdasDe(libro, null, (celda) => celda.clase === 'texto' && LISTAS.includes(celda.valor))
      if (lugares.length === 0) return libro
      const { hoja, r, c } = azar.uno(lugares)
      return conHoja(libro, hoja, conCelda(libro.hojas[hoja] as HojaPlana, r, c, texto(azar.uno(LISTAS))))
    },
  },
  {
    nombre: 'metas y avances alterados',
    cambiar(libro, azar) {
      let otro = libro
      for (let veces = azar.entre(1, 6); veces > 0; veces--) {
        const lugares = celdasDe(otro, ['Metas', 'Avances'], (celda) => celda.clase === 'numero')
        if (lugares.length === 0) return otro
        const { hoja, r, c } = azar.uno(lugares)
        otro = conHoja(otro, hoja, conCelda(otro.hojas[hoja] as HojaPlana, r, c, numero(azar.uno([0, 0.5, 1, 7, 12.25, 1000, 1e12]))))
      }
      return otro
    },
  },
  {
    // With all its goals and its final goal by the same factor, a workbook is as valid as it was.
    nombre: 'otra escala',
    cambiar(libro, azar) {
      const factor = azar.uno([2, 0.5, 10, 1000])
      const lugarDeMetaFinal = (hoja: HojaPlana) =>
        (hoja.filas[filaDeTitulos(hoja)] ?? []).findIndex(
          (celda) => celda?.clase === 'texto' && /meta final|línea base/iu.test(celda.valor),
        )
      return {
        ...libro,
        hojas: libro.hojas.map((hoja) => {
          const deProductos = hoja.nombre === 'Productos'
          if (!deProductos && hoja.nombre !== 'Metas' && hoja.nombre !== 'Avances') return hoja
          const desde = filaDeTitulos(hoja) + 1
          const columnas = deProductos ? [10, 13, lugarDeMetaFinal(hoja)] : null
          return {
            ...hoja,
            filas: hoja.filas.map((fila, r) =>
              r < desde
                ? fila
                : fila.map((celda, c) =>
                    celda?.clase === 'numero' && (columnas?.includes(c) ?? true) && celda.valor > 1
                      ? { ...celda, valor: celda.valor * factor }
                      : celda,
                  ),
            ),
          }
        }),
      }
    },
  },
  {
    nombre: 'otros rangos del semáforo',
    cambiar(libro, azar) {
      const lugar = hojaLlamada(libro, 'Semáforo')
      const hoja = libro.hojas[lugar]
      if (hoja === undefined) return libro
      const [a, b] = [azar.entre(1, 60), azar.entre(40, 120)]
      const r = filaDeTitulos(hoja)
      const fila = (color: string, desde: number, hasta: number | null) => [
        texto(color),
        numero(desde),
        hasta === null ? null : numero(hasta),
      ]
      return conHoja(libro, lugar, {
        ...hoja,
        filas: [
          ...hoja.filas.slice(0, r),
          [texto('Color'), texto('Desde'), texto('Hasta')],
          fila('Verde', b, null),
          fila('Amarillo', a, b - 1),
          fila('Rojo', 0, a - 1),
        ],
      })
    },
  },
  {
    nombre: 'otra vigencia u otro plan',
    cambiar(libro, azar) {
      const lugar = hojaLlamada(libro, 'Política')
      const hoja = libro.hojas[lugar]
      const filas =
        hoja?.filas.flatMap((fila, r) => (fila[0]?.clase === 'texto' && /^(vigencia|año)/iu.test(fila[0].valor) ? [r] : [])) ?? []
      if (hoja === undefined || filas.length === 0) return libro
      return conHoja(
        libro,
        lugar,
        conCelda(
          hoja,
          azar.uno(filas),
          1,
          azar.uno<CeldaPlana>([
            numero(2023),
            numero(2029),
            numero(2030),
            numero(1900),
            numero(2200),
            numero(0),
            texto('2031'),
            texto('dos mil'),
          ]),
        ),
      )
    },
  },
  {
    nombre: 'muchas filas',
    cambiar(libro, azar) {
      const veces = azar.uno([20, 120])
      const codigos = codigosDe(libro)
      if (codigos.length === 0) return libro
      const viejo = azar.uno(codigos)
      const llenas = ['Productos', 'Metas', 'Avances', 'Reportes']
      return {
        ...libro,
        hojas: libro.hojas.map((hoja) => {
          if (!llenas.includes(hoja.nombre)) return hoja
          const fila = hoja.filas.find((una) => una[0]?.clase === 'texto' && una[0].valor === viejo)
          if (fila === undefined) return hoja
          const otras = Array.from({ length: veces }, (_, i) => [texto(viejo.replace(/\d+$/u, String(1000 + i))), ...fila.slice(1)])
          return { ...hoja, filas: [...hoja.filas, ...otras] }
        }),
      }
    },
  },
]

/** A form of those in which a workbook says the same. Without styles only where no number has a format. */
export function unaForma(libro: LibroPlano, azar: Azar): Forma {
  const conFormatos = celdasDe(libro, null, (celda) => celda.clase === 'numero' && celda.formato !== 'General').length > 0
  const si = (frecuencia: number) => azar.suerte(frecuencia)
  return {
    ...FORMA,
    textos: azar.uno(['compartidos', 'en-linea', 'guardados', 'con-formato', 'en-linea-con-formato', 'con-fonetica']),
    fecha1904: si(0.2),
    fechasIso: si(0.15),
    prefijo: si(0.15) ? 'x:' : '',
    estricto: si(0.1),
    direcciones: azar.uno(['todas', 'todas', 'todas', 'de-filas', 'ninguna']),
    dimension: !si(0.2),
    estilos: conFormatos || !si(0.2),
    rutas: si(0.2) ? 'absolutas' : 'relativas',
    archivosAlReves: si(0.2),
    codificacion: si(0.2) ? 'utf-8-bom' : 'utf-8',
    formulas: si(0.1),
    adornos: si(0.3),
    escapes: si(0.15),
  }
}

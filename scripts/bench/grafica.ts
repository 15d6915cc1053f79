/** The chart of the series, for docs/rendimiento.md: time per product and memory, by how many products the workbook has. */
import type { Punto, Salida } from './resultado.js'

const ANCHO = 430
const ALTO = 340
const MARCO = { izquierda: 58, derecha: 96, arriba: 44, abajo: 46 }
/** Distance between the names at the end of lines that end together. */
const RENGLON = 15

const SERIES: Readonly<Record<Salida, { readonly nombre: string; readonly color: string; readonly trazo: string }>> = {
  todo: { nombre: 'everything', color: '#4B2A7B', trazo: '' },
  docx: { nombre: 'DOCX alone', color: '#1F6F4F', trazo: '7 3' },
  pdf: { nombre: 'PDF alone', color: '#A61C28', trazo: '2 3' },
}

interface Panel {
  readonly titulo: string
  readonly valor: (punto: Punto) => number | null
}

const PANELES: readonly Panel[] = [
  { titulo: 'Milliseconds per product', valor: ({ ms, productos }) => ms.mediana / productos },
  { titulo: 'Peak memory, MB', valor: ({ megas }) => megas?.mediana ?? null },
]

/** An SVG with both, side by side. Points of the workbook's own sectors are joined; those of more sectors stand apart. */
export function graficaDeEscala(puntos: readonly Punto[]): string {
  const paneles = PANELES.map((panel, i) => `<g transform="translate(${i * ANCHO} 0)">\n${dibujado(panel, puntos)}\n</g>`)
  const ancho = ANCHO * PANELES.length
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${ancho}" height="${ALTO}" viewBox="0 0 ${ancho} ${ALTO}" role="img" aria-labelledby="titulo detalle" font-family="sans-serif" font-size="12">
<title id="titulo">Time per product and peak memory as the workbook grows</title>
<desc id="detalle">${dichos(puntos)}</desc>
<rect width="${ancho}" height="${ALTO}" fill="#FFFFFF"/>
${paneles.join('\n')}
</svg>
`
}

function dichos(puntos: readonly Punto[]): string {
  return puntos
    .map((p) => {
      const valores = PANELES.map(({ titulo, valor }) => {
        const suyo = valor(p)
        return `${titulo}: ${suyo === null ? 'not measured' : entero(suyo)}`
      })
      return `${p.productos} products in ${p.sectores} sectors, ${SERIES[p.salida].nombre}: ${valores.join('; ')}.`
    })
    .join(' ')
}

function dibujado({ titulo, valor }: Panel, puntos: readonly Punto[]): string {
  const medidos = puntos.flatMap((punto) => {
    const suyo = valor(punto)
    return suyo === null ? [] : [{ ...punto, valor: suyo }]
  })
  const productos = [...new Set(medidos.map((p) => p.productos))].toSorted((a, b) => a - b)
  const propios = Math.min(...medidos.map((p) => p.sectores))
  const marcas = marcasHasta(Math.max(...medidos.map((p) => p.valor)))
  const [base, derecha] = [ALTO - MARCO.abajo, ANCHO - MARCO.derecha]
  // By powers: each step of the series is about three times the one before.
  const [primero, ultimo] = [Math.log(productos[0] ?? 1), Math.log(productos.at(-1) ?? 1)]
  const x = (n: number) =>
    uno(MARCO.izquierda + 12 + ((derecha - MARCO.izquierda - 24) * (Math.log(n) - primero)) / (ultimo - primero || 1))
  const y = (n: number) => uno(base - ((base - MARCO.arriba) * n) / (marcas.at(-1) ?? 1))

  const ejes = [
    `<text x="${MARCO.izquierda - 44}" y="22" font-weight="bold" font-size="14">${titulo}</text>`,
    ...marcas.flatMap((n) => [
      `<line x1="${MARCO.izquierda}" x2="${derecha}" y1="${y(n)}" y2="${y(n)}" stroke="#D9D4E3"/>`,
      `<text x="${MARCO.izquierda - 8}" y="${y(n) + 4}" text-anchor="end">${entero(n)}</text>`,
    ]),
    ...productos.map((n) => `<text x="${x(n)}" y="${base + 18}" text-anchor="middle">${entero(n)}</text>`),
    `<text x="${(MARCO.izquierda + derecha) / 2}" y="${base + 37}" text-anchor="middle" fill="#5E5870">products</text>`,
  ]
  const lineas = (Object.keys(SERIES) as Salida[]).flatMap((salida) => {
    const suyos = medidos.filter((p) => p.salida === salida)
    if (suyos.length === 0) return []
    const serie = suyos.filter((p) => p.sectores === propios).toSorted((a, b) => a.productos - b.productos)
    const { nombre, color, trazo } = SERIES[salida]
    return [
      `<polyline points="${serie.map((p) => `${x(p.productos)},${y(p.valor)}`).join(' ')}" fill="none" stroke="${color}" stroke-width="2" stroke-dasharray="${trazo}"/>`,
      ...suyos.map((p) => marca(x(p.productos), y(p.valor), color, p.sectores === propios)),
      ...serie.slice(-1).map((p) => ({ y: y(p.valor), nombre, color })),
    ]
  })
  const nombres = separados(lineas.filter((linea) => typeof linea !== 'string')).map(
    (suyo) => `<text x="${derecha + 4}" y="${suyo.y + 4}" fill="${suyo.color}">${suyo.nombre}</text>`,
  )
  const apartes = [...new Set(medidos.filter((p) => p.sectores !== propios).map((p) => p.sectores))]
  const leyenda = apartes.map((n) => `<text x="${derecha + 4}" y="${MARCO.arriba - 22}" fill="#5E5870">◇ ${entero(n)} sectors</text>`)
  return [...ejes, ...lineas.filter((linea) => typeof linea === 'string'), ...nombres, ...leyenda].join('\n')
}

function marca(x: number, y: number, color: string, propia: boolean): string {
  if (propia) return `<circle cx="${x}" cy="${y}" r="3.5" fill="${color}"/>`
  return `<path d="M${x} ${uno(y - 6)}L${uno(x + 6)} ${y}L${x} ${uno(y + 6)}L${uno(x - 6)} ${y}Z" fill="#FFFFFF" stroke="${color}" stroke-width="2"/>`
}

/** From 0 up to the first mark that is not below the greatest value, four to six of them, each 1, 2 or 5 times a power of ten. */
function marcasHasta(mayor: number): readonly number[] {
  const potencia = 10 ** Math.floor(Math.log10(mayor / 4))
  const paso = [1, 2, 5, 10].map((n) => n * potencia).find((n) => mayor / n <= 5) ?? mayor
  return Array.from({ length: Math.ceil(mayor / paso) + 1 }, (_, i) => i * paso)
}

/** The names from top to bottom, none over another. */
function separados<N extends { readonly y: number }>(nombres: readonly N[]): readonly N[] {
  let libre = Number.NEGATIVE_INFINITY
  return nombres
    .toSorted((a, b) => a.y - b.y)
    .map((nombre) => {
      const y = Math.max(nombre.y, libre)
      libre = y + RENGLON
      return { ...nombre, y }
    })
}

const entero = (n: number) => new Intl.NumberFormat('en', { maximumFractionDigits: n < 10 ? 1 : 0 }).format(n)
const uno = (n: number) => Math.round(n * 10) / 10

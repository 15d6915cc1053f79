/** Figures of sectors, objetivos and the policy typed by hand, against the computed ones. */
import { exact } from '../../exact/index.js'
import { type IndicadoresGrupo, puntosPorcentuales, redondear } from '../../indicators/index.js'
import { type CampoGrupo, normalizarNombre } from '../../model/index.js'
import { afirmaciones } from '../afirmaciones/afirmar.js'
import { PATRONES_DE_RECUENTO } from '../afirmaciones/patrones-de-grupo.js'
import { coincide } from '../afirmaciones/producto.js'
import { grupoEn, grupoOPolitica, productoEn } from '../afirmaciones/sujeto.js'
import { nombreTras } from '../afirmaciones/unidad.js'
import type { Hechos, HechosGrupo } from '../hechos.js'
import { calculada, type OracionLeida, type Reparo, reparo } from '../leido.js'
import { marcaEn } from '../lengua/lectura.js'
import { porOracion, type ReglaDeProsa } from './regla.js'

/** A figure of a group as the report words it. */
function cifraDe(hechos: Hechos, { nombre }: HechosGrupo, campo: CampoGrupo): string {
  return hechos.report.cifras.get(normalizarNombre(`${nombre} ${campo}`))?.texto ?? ''
}

/** What the figures say of a group, in one sentence. */
export function loQueConstaDe(hechos: Hechos, g: HechosGrupo): string {
  const de = (campo: CampoGrupo) => cifraDe(hechos, g, campo)
  const quien = g.nombre === 'política' ? 'La política' : g.nombre.startsWith('objetivo ') ? `El ${g.nombre}` : `El sector ${g.nombre}`
  return `${quien} tiene ${de('productos')} productos, ${de('con meta')} con meta (${de('verde')} en verde, ${de('amarillo')} en amarillo y ${de('rojo')} en rojo); avance de ${de('avance')}, planeado de ${de('planeado')}: ${de('balance')}, ${de('diferencia')}.`
}

const DE_QUIEN = /(?<!\w)(?:acumulado|sector|objetivo|politica|plan|productos|implementacion)(?!\w)/u

const revisarAvance = porOracion((oracion, hechos) =>
  afirmaciones(oracion).flatMap(({ marca, clase, desde }) => {
    if (marca.clase !== 'porcentaje' || (clase !== 'avance' && clase !== 'planeado')) return []
    const g = grupoDe(oracion, desde, hechos)
    if (g === null) return []
    const campo = clase === 'planeado' ? 'planeado' : 'avance'
    if (coincide(marca, [g.grupo.grupo[campo].mul(100)])) return []
    const seguro = DE_QUIEN.test(oracion.plana)
    return [
      reparo(oracion, marca, {
        esperado: cifraDe(hechos, g.grupo, campo),
        explicacion: loQueConstaDe(hechos, g.grupo),
        ...(seguro ? {} : { severidad: 'posible' as const }),
      }),
    ]
  }),
)

/** The group that a place speaks of, where no product does. */
function grupoDe(oracion: OracionLeida, lugar: number, hechos: Hechos) {
  return productoEn(oracion, lugar, hechos) === null ? grupoEn(oracion, lugar, hechos) : null
}

const revisarDiferencia = porOracion((oracion, hechos) =>
  afirmaciones(oracion).flatMap(({ marca, clase, desde }) => {
    if (clase !== 'faltante' && clase !== 'excedente') return []
    const enPuntos = marca.clase === 'porcentaje' || /^ puntos?(?!\w)/u.test(oracion.plana.slice(marca.hasta))
    const g = enPuntos ? grupoDe(oracion, desde, hechos) : null
    if (g === null || esLaDiferencia(g.grupo.grupo, marca, clase === 'faltante' ? -1 : 1)) return []
    const balance = cifraDe(hechos, g.grupo, 'balance')
    const tamano = g.grupo.grupo.balance === 'en-cumplimiento' ? '' : ` de ${cifraDe(hechos, g.grupo, 'diferencia')}`
    return [reparo(oracion, marca, { esperado: `${balance}${tamano}`, explicacion: loQueConstaDe(hechos, g.grupo) })]
  }),
)

/** Whether a size and its direction are the group's printed diferencia. */
function esLaDiferencia(
  { diferencia }: IndicadoresGrupo,
  { valor, decimales }: { readonly valor: number; readonly decimales: number },
  signo: 1 | -1,
): boolean {
  if (diferencia.mul(signo).lte(0)) return false
  const escrito = exact(valor)
  return puntosPorcentuales(diferencia).valor.abs().equals(escrito) || redondear(diferencia.mul(100 * signo), decimales).equals(escrito)
}

const revisarRecuento = porOracion((oracion, hechos) => {
  // Most sentences count nothing.
  if (oracion.marcas.length === 0) return []
  const vistos = new Set<number>()
  return PATRONES_DE_RECUENTO.flatMap(({ campo, forma }) =>
    [...oracion.plana.matchAll(forma)].flatMap((hallado): readonly Reparo[] => {
      const [desde] = hallado.indices?.groups?.n ?? []
      const marca = desde === undefined ? null : marcaEn(oracion, desde)
      if (marca === null || vistos.has(marca.desde)) return []
      vistos.add(marca.desde)
      if (marca.articulo || calculada(oracion, marca) !== null || !cuentaProductos(oracion, marca.desde, hallado[0], campo)) return []
      const g = grupoOPolitica(oracion, marca.desde, hechos)
      if (g === null || coincide(marca, [exact(Number(valorDe(hechos, g.grupo, campo)))])) return []
      return [
        reparo(oracion, marca, {
          esperado: cifraDe(hechos, g.grupo, campo),
          explicacion: loQueConstaDe(hechos, g.grupo),
          ...(g.dicho ? {} : { severidad: 'posible' as const }),
        }),
      ]
    }),
  )
})

function valorDe(hechos: Hechos, { nombre }: HechosGrupo, campo: CampoGrupo): number | string | null {
  return hechos.report.cifras.get(normalizarNombre(`${nombre} ${campo}`))?.valor ?? null
}

/** The number counts products: it says so, or the sentence did before it. */
function cuentaProductos(oracion: OracionLeida, lugar: number, dicho: string, campo: CampoGrupo): boolean {
  const marca = marcaEn(oracion, lugar)
  const nombre = marca === null ? null : nombreTras(oracion.plana, marca)
  if (nombre !== null && /^(?:productos?|metas|indicadores)$/u.test(nombre)) return true
  const ajeno =
    nombre !== null &&
    !/^(?:tenia|tenian|tiene|tienen|tuvieron|contaban|contaron|cuentan|quedaron|estan|ya|sin|estaban|se|clasific|terminaron|cerraron)/u.test(
      nombre,
    )
  return (
    !ajeno &&
    /(?<!\w)productos(?!\w)/u.test(`${oracion.plana.slice(0, lugar)} ${campo === 'productos' ? dicho : ''} ${oracion.plana.slice(lugar)}`)
  )
}

const revisarParte = porOracion((oracion, hechos) =>
  [
    ...oracion.plana.matchAll(
      /(?<n>%+) de l[oa]s (?:metas|productos)(?:(?: [a-z]+){0,6}? en (?:color )?|[^.;]{1,110}?\()(?<color>verde|amarillo|rojo)(?!\w)/dgu,
    ),
  ].flatMap((hallado) => {
    const [desde] = hallado.indices?.groups?.n ?? []
    const marca = desde === undefined ? null : marcaEn(oracion, desde)
    const g = grupoOPolitica(oracion, desde ?? 0, hechos)
    if (marca === null || g === null || calculada(oracion, marca) !== null) return []
    const { grupo } = g.grupo
    const cuantos = grupo[hallado.groups?.color as 'verde' | 'amarillo' | 'rojo']
    if (grupo.conMeta === 0 || coincide(marca, [exact(cuantos).div(grupo.conMeta).mul(100)])) return []
    const parte = redondear(exact(cuantos).div(grupo.conMeta).mul(100), 0)
    return [
      reparo(oracion, marca, {
        esperado: `${parte} %`,
        explicacion: `${cuantos} de ${grupo.conMeta} es el ${parte} %. ${loQueConstaDe(hechos, g.grupo)}`,
        ...(g.dicho ? {} : { severidad: 'posible' as const }),
      }),
    ]
  }),
)

export const REGLAS_DE_GRUPOS: readonly ReglaDeProsa[] = [
  {
    id: 'avance',
    severidad: 'contradiccion',
    que: 'Un avance o un planeado de un sector, un objetivo o la política distinto del calculado.',
    debe: { sector: 'Escuelas', texto: 'El avance acumulado del sector es del 61 %.' },
    no: { sector: 'Escuelas', texto: 'El avance acumulado del sector es del 79 %, frente al 75 % planeado.' },
    revisar: revisarAvance,
  },
  {
    id: 'diferencia-de-grupo',
    severidad: 'contradiccion',
    que: 'Un rezago o una sobre-ejecución de un sector, un objetivo o la política con otro tamaño o con el signo al revés.',
    debe: { sector: 'Escuelas', texto: 'El sector Escuelas lleva un rezago de 4 puntos.' },
    no: { sector: 'Escuelas', texto: 'El sector Escuelas supera lo planeado en 4 puntos porcentuales.' },
    revisar: revisarDiferencia,
  },
  {
    id: 'productos-contados',
    severidad: 'contradiccion',
    que: 'Un número de productos (del plan, con meta, en verde…) distinto del recuento.',
    debe: { texto: 'De los 12 productos de la política, once tenían meta en 2027.' },
    no: { objetivo: 2, texto: 'De los cuatro productos del objetivo, tres tenían meta y los tres quedaron en verde.' },
    revisar: revisarRecuento,
  },
  {
    id: 'parte-de-los-productos',
    severidad: 'contradiccion',
    que: 'Un porcentaje de productos en un color que no es el recuento dividido por los que tenían meta.',
    debe: { texto: 'El 67 % de los productos de la política quedaron en verde.' },
    no: { texto: 'El 80 % de los productos de la política quedaron en verde.' },
    revisar: revisarParte,
  },
]

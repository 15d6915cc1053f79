/** Codes of products typed by hand. */
import type { Producto } from '../../model/index.js'
import { codigoDe } from '../afirmaciones/sujeto.js'
import type { Hechos } from '../hechos.js'
import { type OracionLeida, reparo } from '../leido.js'
import type { Marca } from '../lengua/lectura.js'
import { plano, raiz, tieneSentido } from '../lengua/palabras.js'
import { porOracion, type ReglaDeProsa } from './regla.js'

const codigos = ({ marcas }: OracionLeida) => marcas.filter((m) => m.clase === 'codigo')

const revisarInexistente = porOracion((oracion, hechos) =>
  codigos(oracion).flatMap((marca) => {
    if (hechos.productos.has(codigoDe(marca)) || !esDeProducto(oracion, marca, hechos)) return []
    const cercano = masParecido(codigoDe(marca), hechos)
    return [
      reparo(oracion, marca, {
        esperado: cercano,
        explicacion: `El libro no tiene un producto ${codigoDe(marca)}${cercano === '' ? '' : `; el código más parecido es el ${cercano}`}.`,
      }),
    ]
  }),
)

/** A number of three parts is a product's only where it is called so, or its objetivo is one of the policy's and nothing calls it otherwise. */
function esDeProducto({ plana }: OracionLeida, { desde }: Marca, hechos: Hechos): boolean {
  const antes = plana.slice(Math.max(0, desde - 40), desde)
  if (
    /(?:numeral|articulo|seccion|literal|capitulo|version|anexo|decreto|ley|paragrafo|apartado|norma|ip|indicador|actividad|titulo|libro)(?:es|s)? (?:n\. ?|no\. )?$/u.test(
      antes,
    )
  )
    return false
  if (/(?<!\w)(?:productos?|codigos?|el|los|del|al|y|e|o)[ (:,]*$|[(@] ?$|, $/u.test(antes) || desde === 0) return true
  return hechos.objetivos.size === 0
}

/** The code one part away; empty where there is none, or several. */
function masParecido(escrito: string, hechos: Hechos): string {
  const partes = escrito.split('.')
  const posibles = [...hechos.productos.keys()].filter((codigo) => codigo.split('.').filter((parte, i) => parte !== partes[i]).length === 1)
  const [unico, ...otros] = posibles
  return unico === undefined || otros.length > 0 ? '' : unico
}

const revisarSector = porOracion((oracion, hechos) =>
  codigos(oracion).flatMap((marca) => {
    const p = hechos.productos.get(codigoDe(marca))
    const { sector } = oracion.pasaje
    if (p === undefined) return []
    const atribuido = sectorAtribuido(oracion, marca, hechos)
    if (atribuido !== null && plano(atribuido) !== plano(p.producto.sector)) return [deOtro(oracion, marca, p.producto)]
    const ajeno = sector !== null && plano(sector) !== plano(p.producto.sector)
    if (!ajeno || atribuido !== null || nombraA(oracion, p.producto, hechos)) return []
    return [{ ...deOtro(oracion, marca, p.producto), severidad: 'posible' as const }]
  }),
)

function deOtro(oracion: OracionLeida, marca: Marca, { codigo, sector, celda }: Producto) {
  return reparo(oracion, marca, { esperado: sector, explicacion: `El producto ${codigo} es del sector ${sector} (${celda}).` })
}

/** The sector to which the sentence gives the product: «2.1.1, a cargo del sector Salud». Null where it gives it to none. */
function sectorAtribuido({ plana }: OracionLeida, { hasta }: Marca, hechos: Hechos): string | null {
  const [, resto] =
    /^,? ?\(?(?:que (?:esta )?)?(?:a cargo|responsabilidad|bajo la responsabilidad|en cabeza)? ?del sector (.+)/u.exec(
      plana.slice(hasta),
    ) ?? []
  const nombres = [...hechos.sectores.values()].map(({ nombre }) => nombre).sort((a, b) => b.length - a.length)
  return resto === undefined ? null : (nombres.find((nombre) => resto.startsWith(plano(nombre))) ?? null)
}

/** The sentence names the product's sector, its entity, or the product itself. */
function nombraA({ plana }: OracionLeida, { sector, entidad, nombre }: Producto, hechos: Hechos): boolean {
  const dichos = [sector, entidad ?? '', nombre.split(' ').slice(0, 4).join(' ')]
  return (
    dichos.some((d) => d !== '' && plana.includes(plano(d))) ||
    /(?<!\w)(?:otros? sector|articulacion|conjunto|apoyo)/u.test(plana) ||
    hechos.sectores.size < 2
  )
}

/** Words with sense that a name must share with what is beside the code. */
const MINIMO = 3

const revisarNombre = porOracion((oracion, hechos) =>
  codigos(oracion).flatMap((marca) => {
    const p = hechos.productos.get(codigoDe(marca))
    if (p === undefined) return []
    const junto = loDeAlLado(oracion, marca)
    const suyo = parecido(junto, p.producto.nombre)
    const otro = [...hechos.productos.values()]
      .map(({ producto }) => ({ producto, igual: parecido(junto, producto.nombre) }))
      .filter(({ producto }) => producto.codigo !== p.producto.codigo)
      .sort((a, b) => b.igual - a.igual)[0]
    if (otro === undefined || otro.igual < MINIMO || otro.igual < suyo + 2) return []
    return [
      reparo(oracion, marca, {
        esperado: otro.producto.codigo,
        explicacion: `«${otro.producto.nombre}» es el producto ${otro.producto.codigo}; el ${p.producto.codigo} es «${p.producto.nombre}».`,
      }),
    ]
  }),
)

/** What stands right after a code, up to twelve words: its name, if it is written there. */
function loDeAlLado({ plana }: OracionLeida, { hasta }: Marca): readonly string[] {
  const [resto = ''] = /^[.,:–—-]? ?[«"“(*]*(?:[a-z]+[ ,]?){1,12}/u.exec(plana.slice(hasta)) ?? []
  return resto.split(/[^a-z]+/u).filter((palabra) => palabra !== '')
}

/** How many words with sense a text shares with the beginning of a name, in order, from the first of both. */
function parecido(texto: readonly string[], nombre: string): number {
  const suyas = plano(nombre)
    .split(/[^a-z]+/u)
    .filter(tieneSentido)
    .map(raiz)
  const dichas = texto.filter(tieneSentido).map(raiz)
  const corte = suyas.findIndex((palabra, i) => palabra !== dichas[i])
  return corte === -1 ? suyas.length : corte
}

export const REGLAS_DE_CODIGOS: readonly ReglaDeProsa[] = [
  {
    id: 'codigo-inexistente',
    severidad: 'contradiccion',
    que: 'El código de un producto que no está en el libro.',
    debe: { texto: 'Se destaca el producto 1.1.9, que llevó insumos a los barrios.' },
    no: { texto: 'El numeral 2.4.7 del Plan de Ordenamiento lo permite.' },
    revisar: revisarInexistente,
  },
  {
    id: 'codigo-de-otro-sector',
    severidad: 'contradiccion',
    que: 'El código de un producto que es de otro sector.',
    debe: { texto: 'El producto 3.1.1, a cargo del sector Escuelas, convocó a más público.' },
    no: { sector: 'Escuelas', texto: 'Con el producto 1.1.1, del sector Agua y Suelo, se compartieron semilleros.' },
    revisar: revisarSector,
  },
  {
    id: 'nombre-de-otro-producto',
    severidad: 'contradiccion',
    que: 'Un código junto al nombre de otro producto.',
    debe: { texto: 'Sobresale el 1.1.2 (Huertas comunitarias instaladas en predios públicos).' },
    no: { texto: 'Sobresale el 1.1.1 (Huertas comunitarias instaladas en predios públicos).' },
    revisar: revisarNombre,
  },
]

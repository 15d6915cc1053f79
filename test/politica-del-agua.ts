/** A small whole policy, invented, of every type of annualisation and every situation of a product. */
import { unLibro } from './un-libro.js'

const cadaAnio = (desde: number, hasta: number, meta: number) =>
  Object.fromEntries(Array.from({ length: hasta - desde + 1 }, (_, i) => [desde + i, meta]))

/** The policy that short series of tests run on. Plan 2028–2035, vigencia 2031: seven products in three sectors and two objetivos. */
export const POLITICA_DEL_AGUA = unLibro({ inicio: 2028, fin: 2035, vigencia: 2031 })
  .politica('Nombre', 'Política Pública del Agua')
  .politica('Sigla', 'PPA')
  .politica('Documento', 'CONPES D.C. 27 de 2027')
  .politica('Fecha de aprobación', '15 de junio de 2027')
  .politica('Entidad líder', 'Departamento Administrativo del Agua')
  .politica('Sigla de la entidad', 'DAA')
  .politica('Dependencia', 'Subdirección de Cuencas')
  .politica('Sector líder', 'Agua')
  .politica('Ciudad', 'Villa del Río')
  .objetivo(1, 'Cuidar las fuentes.')
  .objetivo(2, 'Limpiar lo que se usa.')
  .sector('Agua')
  .sector('Suelo')
  .sector('Aire')
  // 10 of 10 in 2031: 100 %. Up to 2031: 10 + 8 + 9 + 10 = 37 of 40, −3. Of the final 80: 37/80; planned 40/80.
  .producto('1.1.1', {
    nombre: 'Pozos limpios',
    sector: 'Agua',
    metas: cadaAnio(2028, 2035, 10),
    avances: { 2028: 10, 2029: 8, 2030: 9, 2031: 10 },
    singular: 'pozo',
    plural: 'pozos',
    logros: 'Se limpiaron los pozos del norte.',
  })
  // The second half of the year counts: 60 % of 90 %, 66.67 → 67 %. Accumulated the same, −30 points. Of the final 90 %: 2/3; planned 1.
  .producto('1.1.2', {
    nombre: 'Agua potable en escuelas',
    sector: 'Agua',
    tipo: 'Constante',
    unidad: 'Porcentaje',
    periodicidad: 'Semestral',
    inicio: 2030,
    metas: cadaAnio(2030, 2035, 0.9),
    avances: { 2030: 0.9, '2031-S1': 0.8, '2031-S2': 0.6 },
    logros: 'Se midió dos veces.',
  })
  // From 200 down to 140 where 150 was promised: 60/50 = 120 %. 140 − 150 = −10, which is better. Of the way to 100: 60/100; planned 50/100.
  .producto('2.1.1', {
    nombre: 'Toneladas vertidas',
    sector: 'Agua',
    tipo: 'Decreciente',
    lineaBase: 200,
    metas: { 2029: 180, 2031: 150, 2035: 100 },
    avances: { 2029: 185, 2030: 170, 2031: 140 },
    singular: 'tonelada',
    plural: 'toneladas',
    logros: 'Se vertió menos.',
  })
  // 3 of 8: 37.5 → 38 %. −5. Of the final 20: 3/20; planned 8/20.
  .producto('1.2.1', {
    nombre: 'Parcelas recuperadas',
    sector: 'Suelo',
    tipo: 'Creciente',
    periodicidad: 'Trimestral',
    metas: { 2030: 2, 2031: 8, 2035: 20 },
    avances: { 2030: 2, 2031: 3 },
    singular: 'parcela',
    plural: 'parcelas',
    logros: 'Se recuperaron tres.',
    dificultades: 'Faltó semilla.',
  })
  // Ended in 2030 with 5 + 7 = 12 of 10: cumplido, +2. Counts 1 (not 1.2); planned 1.
  .producto('2.1.2', {
    nombre: 'Guías publicadas',
    sector: 'Suelo',
    fin: 2030,
    metas: { 2028: 5, 2030: 5 },
    avances: { 2028: 5, 2030: 7 },
  })
  // Begins in 2033: 0; planned 0.
  .producto('2.2.1', { nombre: 'Estaciones de aire', sector: 'Aire', inicio: 2033, metas: cadaAnio(2033, 2035, 1) })
  // Nothing reported of 25 %: 0 %. −25 points. 0; planned 1/4.
  .producto('2.2.10', {
    nombre: 'Hogares con filtro',
    sector: 'Aire',
    unidad: 'Porcentaje',
    periodicidad: 'Mensual',
    inicio: 2031,
    metas: { 2031: 0.25, 2032: 0.75 },
    logros: '',
  })

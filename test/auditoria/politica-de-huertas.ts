/** An invented policy, of another city, plan and vigencia: its figures, to which each test adds what people typed. */
import { type UnLibro, unLibro } from '../un-libro.js'

/** Prose by cell: `Reportes|1.1.1|Logros`, `Sectores|Escuelas|Conclusiones`, `Objetivos|2|Conclusiones`, `Textos|cierre|Texto`. */
export type Prosas = ReadonlyMap<string, string>

/** The workbook of the Política Pública de Agricultura Urbana, plan 2025–2032, vigencia 2027, with this prose. */
export function politicaDeHuertas(prosas: Prosas = new Map()): UnLibro {
  const prosa = (hoja: string, clave: string, columna: string) => prosas.get(`${hoja}|${clave}|${columna}`)
  const reporte = (codigo: string) => ({
    logros: prosa('Reportes', codigo, 'Logros') ?? 'Se adelantó lo previsto en el plan de trabajo.',
    dificultades: prosa('Reportes', codigo, 'Dificultades'),
    observaciones: prosa('Reportes', codigo, 'Observaciones'),
  })
  const libro = unLibro({ inicio: 2025, fin: 2032, vigencia: 2027 })
    .politica('Nombre', 'Política Pública de Agricultura Urbana')
    .politica('Sigla', 'PPAU')
    .politica('Documento', 'Acuerdo 31 de 2024')
    .politica('Fecha de aprobación', '2024-11-20')
    .politica('Entidad líder', 'Secretaría de Desarrollo Rural')
    .politica('Sigla de la entidad', 'SDR')
    .politica('Dependencia', 'Subsecretaría de Agricultura Urbana')
    .politica('Sector líder', 'Desarrollo Rural')
    .politica('Ciudad', 'Villa del Prado')
  for (const sector of ['Agua y Suelo', 'Desarrollo Rural', 'Escuelas', 'Salud Pública', ABASTECIMIENTO, 'Cultura Ciudadana']) {
    libro.sector(sector, { conclusiones: prosa('Sectores', sector, 'Conclusiones') })
  }
  for (const [numero, enunciado] of OBJETIVOS) {
    libro.objetivo(numero, enunciado, { conclusiones: prosa('Objetivos', String(numero), 'Conclusiones') })
  }
  for (const [codigo, producto] of Object.entries(PRODUCTOS)) libro.producto(codigo, { ...producto, ...reporte(codigo) })
  const textos = [...prosas].flatMap(([lugar, texto]) => (lugar.startsWith('Textos|') ? [[lugar.split('|')[1] ?? '', texto]] : []))
  return libro
    .hoja('Textos', [['Clave', 'Texto'], ...textos])
    .hoja('Capacitaciones', CAPACITACIONES)
    .hoja('Jornadas', JORNADAS)
    .hoja('Reuniones', REUNIONES)
}

const ABASTECIMIENTO = 'Abastecimiento, Mercados y Alimentación'

const OBJETIVOS: readonly (readonly [number, string])[] = [
  [1, 'Ampliar las áreas cultivadas en la ciudad.'],
  [2, 'Mejorar la alimentación de los hogares y las escuelas.'],
  [3, 'Acercar a quienes producen y a quienes compran.'],
]

const PRODUCTOS = {
  // 2027: 18 of 15, 120 %. Since 2025: 37 of 37.
  '1.1.1': {
    nombre: 'Huertas comunitarias instaladas en predios públicos',
    sector: 'Agua y Suelo',
    singular: 'huerta',
    plural: 'huertas',
    metas: { 2025: 10, 2026: 12, 2027: 15, 2028: 15, 2029: 15 },
    avances: { 2025: 10, 2026: 9, 2027: 18 },
  },
  // 2027: 16 of 25, 64 %. Since 2025: 50 of 65, 15 short.
  '1.1.2': {
    nombre: 'Talleres de compostaje para líderes barriales',
    sector: 'Agua y Suelo',
    singular: 'taller',
    plural: 'talleres',
    metas: { 2025: 20, 2026: 20, 2027: 25, 2028: 25 },
    avances: { 2025: 20, 2026: 14, 2027: 16 },
  },
  // 2027: 1.508 of 1.300, 116 %. Since 2025: 4.058 of 3.700, 358 over.
  '1.2.1': {
    nombre: 'Hogares con asistencia técnica para sembrar',
    sector: 'Desarrollo Rural',
    singular: 'hogar',
    plural: 'hogares',
    metas: { 2025: 1200, 2026: 1200, 2027: 1300, 2028: 1300, 2029: 1300 },
    avances: { 2025: 1200, 2026: 1350, 2027: 1508 },
  },
  // 2027: 232 of 800, 29 %. Since 2026: 872 of 1.600, 728 short.
  '1.2.3': {
    nombre: 'Semillas nativas entregadas a unidades productivas',
    sector: 'Desarrollo Rural',
    singular: 'paquete',
    plural: 'paquetes',
    inicio: 2026,
    metas: { 2026: 800, 2027: 800, 2028: 800 },
    avances: { 2026: 640, 2027: 232 },
  },
  // A level: 23 of 20, 115 %; it was 15 the year before.
  '2.1.1': {
    nombre: 'Escuelas oficiales con huerta pedagógica activa',
    sector: 'Escuelas',
    tipo: 'Creciente',
    singular: 'escuela',
    plural: 'escuelas',
    metas: { 2025: 8, 2026: 14, 2027: 20, 2032: 40 },
    avances: { 2025: 8, 2026: 15, 2027: 23 },
  },
  // Ended in 2026, with its final goal reached.
  '2.1.2': {
    nombre: 'Guías de aula sobre alimentación sana',
    sector: 'Escuelas',
    singular: 'guía',
    plural: 'guías',
    fin: 2026,
    metas: { 2025: 1, 2026: 1 },
    avances: { 2025: 1, 2026: 1 },
  },
  // 92 % of 100 %: 8 points short.
  '2.2.1': {
    nombre: 'Atención a las solicitudes de asesoría nutricional',
    sector: 'Salud Pública',
    tipo: 'Constante',
    unidad: 'Porcentaje',
    metas: { 2025: 1, 2026: 1, 2027: 1, 2032: 1 },
    avances: { 2025: 1, 2026: 1, 2027: 0.92 },
  },
  // 6 of 6 each year: 18 of 18.
  '2.2.2': {
    nombre: 'Jornadas de valoración nutricional en los barrios',
    sector: 'Salud Pública',
    singular: 'jornada',
    plural: 'jornadas',
    metas: { 2025: 6, 2026: 6, 2027: 6, 2028: 6 },
    avances: { 2025: 6, 2026: 6, 2027: 6 },
  },
  // 2027: 9 of 12, 75 %, verde. Since 2025: 31 of 36, 5 short.
  '3.1.1': {
    nombre: 'Mercados campesinos realizados',
    sector: ABASTECIMIENTO,
    periodicidad: 'Mensual',
    singular: 'mercado',
    plural: 'mercados',
    metas: { 2025: 12, 2026: 12, 2027: 12, 2028: 12, 2029: 12 },
    avances: { 2025: 12, 2026: 10, 2027: 9 },
  },
  // From 400 down: 320 where the goal is 300, 80 % of the way; 20 more than planned.
  '3.1.2': {
    nombre: 'Desperdicio de alimentos en las plazas de mercado',
    sector: ABASTECIMIENTO,
    tipo: 'Decreciente',
    singular: 'tonelada',
    plural: 'toneladas',
    lineaBase: 400,
    metas: { 2025: 380, 2026: 350, 2027: 300, 2032: 200 },
    avances: { 2025: 390, 2026: 360, 2027: 320 },
  },
  // Begins in 2028.
  '3.1.4': {
    nombre: 'Módulos de venta para huerteros',
    sector: ABASTECIMIENTO,
    singular: 'módulo',
    plural: 'módulos',
    inicio: 2028,
    metas: { 2028: 4, 2029: 4 },
  },
  // 2027: 5 of 2, 250 %. Since 2025: 9 of 6, 3 over.
  '3.2.1': {
    nombre: 'Redes de huerteros conformadas',
    sector: 'Cultura Ciudadana',
    singular: 'red',
    plural: 'redes',
    metas: { 2025: 2, 2026: 2, 2027: 2, 2028: 2 },
    avances: { 2025: 2, 2026: 2, 2027: 5 },
  },
} as const

const CAPACITACIONES = [
  ['Estación de policía', 'Participantes', 'Sesiones', 'Mes'],
  ['La Ceiba', 30, 2, 'Marzo'],
  ['Robledal', 25, 1, 'Junio'],
]

/** 440 people in 4 days; the last row is typed twice. */
const JORNADAS = [
  ['Fecha', 'Lugar', 'Asistentes'],
  ['2027-03-06', 'Parque La Ceiba', 120],
  ['2027-05-15', 'Coliseo de Robledal', 85],
  ['2027-08-21', 'Plaza de Manantial', 140],
  ['2027-10-30', 'Parque La Ceiba', 95],
  ['2027-10-30', 'Parque La Ceiba', 95],
]

/** The third is before the second; the fourth, a Sunday; the last, of the year after. */
const REUNIONES = [
  ['Entidad o sector', 'Fecha'],
  ['Sector Escuelas', '2027-02-10'],
  ['Sector Salud Pública', '2027-04-20'],
  ['Sector Cultura Ciudadana', '2027-04-13'],
  ['Sector Escuelas', '2027-06-06'],
  ['Sector Desarrollo Rural', '2028-01-19'],
]

/** The sheets of the plan of action and its follow-up: products, goals, achievements, reports, ranges. */
import { COLORES, PERIODICIDADES, TIPOS_ANUALIZACION, UNIDADES } from '../../model/index.js'
import { anios, CODIGO, columna, type EsquemaHoja, type Plan, PROCEDENCIA } from './columnas.js'

const mayuscula = (texto: string): string => texto.charAt(0).toUpperCase() + texto.slice(1)

export const HOJA_PRODUCTOS: EsquemaHoja = {
  nombre: 'Productos',
  titulo: 'Productos del plan de acción',
  nota: 'Una fila por producto. El código es texto.',
  contiene: 'Ficha de cada producto del plan de acción.',
  diligencia:
    'El código es texto (1.2.10, no 1,21 ni una fecha). Elija de las listas el sector, el tipo de anualización, la periodicidad y la unidad. Si la unidad es Porcentaje, la meta final también lo es. Entidad responsable, indicador, línea base e importancia relativa son opcionales; la línea base es obligatoria para Decreciente, y si un producto tiene importancia relativa, todos deben tenerla.',
  columnas: [
    columna('Código', 'codigo', 11, {
      obligatoria: true,
      ayuda:
        'Tres números unidos por puntos: objetivo.resultado.producto (1.2.10). Es texto y no se repite. El primero es un número de la hoja Objetivos.',
    }),
    columna('Producto', 'texto', 54, { obligatoria: true, ayuda: 'Nombre oficial, como está en el plan de acción.' }),
    columna('Sector', 'texto', 26, { lista: 'sectores', obligatoria: true, ayuda: 'El sector que responde por él, de la hoja Sectores.' }),
    columna('Entidad responsable', 'texto', 20, { ayuda: 'La entidad del sector que lo ejecuta. Opcional.' }),
    columna('Indicador', 'texto', 20, { ayuda: 'Nombre del indicador. Opcional.' }),
    columna('Tipo de anualización', 'texto', 15, {
      lista: TIPOS_ANUALIZACION,
      obligatoria: true,
      ayuda:
        'Suma: cada año aporta a la meta final. Constante: un nivel que se sostiene. Creciente: un nivel que sube. Decreciente: un nivel que baja desde la línea base.',
    }),
    columna('Periodicidad', 'texto', 14, { lista: PERIODICIDADES, obligatoria: true, ayuda: 'Cada cuánto se reporta.' }),
    columna('Unidad', 'texto', 12, {
      lista: UNIDADES,
      obligatoria: true,
      ayuda: 'Número, o Porcentaje si todas sus metas y avances son porcentajes.',
    }),
    columna('Unidad de medida (singular)', 'texto', 18, { ayuda: 'Qué se cuenta, en singular: visita. Opcional.' }),
    columna('Unidad de medida (plural)', 'texto', 18, { ayuda: 'Qué se cuenta, en plural: visitas. Opcional.' }),
    columna('Línea base', 'cantidad', 10, { ayuda: 'El valor del que se parte. Obligatoria para Decreciente.' }),
    columna('Año de inicio', 'anio', 10, { obligatoria: true, ayuda: 'Primer año en que se ejecuta, dentro del plan.' }),
    columna('Año de finalización', 'anio', 13, { obligatoria: true, ayuda: 'Último año en que se ejecuta, dentro del plan.' }),
    columna('Meta final', 'cantidad', 12, {
      obligatoria: true,
      ayuda: 'A dónde se llega al final: la suma de las metas anuales (Suma) o la última (los demás tipos).',
    }),
    columna('Importancia relativa', 'peso', 12, {
      ayuda: 'Su peso en el avance del sector. Opcional; si un producto la tiene, todos deben tenerla.',
    }),
    PROCEDENCIA,
  ],
}

export const hojaDeMetas = ({ inicio, fin }: Plan): EsquemaHoja => ({
  nombre: 'Metas',
  titulo: 'Meta de cada año',
  nota: 'Como la fija el plan de acción. Vacía: sin meta ese año.',
  contiene: 'Meta de cada año, como la fija el plan de acción.',
  diligencia:
    'Una fila por producto. Suma: lo programado para ese año. Constante: el nivel que se sostiene. Creciente y Decreciente: el nivel al que se llega al final del año. La suma de las metas (Suma) o la última (los demás tipos) debe ser igual a la meta final.',
  columnas: [CODIGO, ...anios(inicio, fin, (anio) => `Meta de ${anio}, en la unidad del producto. Vacía: sin meta ese año.`), PROCEDENCIA],
})

export const hojaDeAvances = ({ inicio, vigencia }: Plan): EsquemaHoja => ({
  nombre: 'Avances',
  titulo: 'Avance de cada año',
  nota: 'Hasta la vigencia. Vacía: nada reportado.',
  contiene: 'Lo alcanzado cada año, en el mismo sentido que las metas.',
  diligencia: `Una fila por producto. Se admiten columnas por período, por ejemplo ${vigencia}-T1 a ${vigencia}-T4 para trimestres o ${vigencia}-S1 y ${vigencia}-S2 para semestres; si las hay, el valor del año debe coincidir con ellas.`,
  columnas: [
    CODIGO,
    ...anios(inicio, vigencia, (anio) => `Lo alcanzado en ${anio}, en la unidad del producto. Vacía: nada reportado; el cero es un dato.`),
    PROCEDENCIA,
  ],
})

export const HOJA_REPORTES: EsquemaHoja = {
  nombre: 'Reportes',
  titulo: 'Lo que reportó cada sector en la vigencia',
  nota: 'El cumplimiento y los rezagos no se escriben: el informe los calcula.',
  contiene: 'Logros, dificultades y observaciones que reportó cada sector en la vigencia.',
  diligencia:
    'Una fila por producto. No escriba el cumplimiento ni el rezago: el informe los calcula. Si necesita una cifra calculada, nómbrela entre corchetes dobles, por ejemplo [[1.1.1 logro]] o [[1.1.1 diferencia]].',
  columnas: [
    CODIGO,
    columna('Logros', 'prosa', 80, {
      ayuda: 'Qué se hizo en la vigencia. Admite Markdown. Las cifras calculadas se nombran: [[1.1.1 logro]].',
    }),
    columna('Dificultades', 'prosa', 50, { ayuda: 'Qué lo impidió o lo demoró. Opcional.' }),
    columna('Observaciones', 'prosa', 40, { ayuda: 'Lo demás que deba saberse. Opcional.' }),
  ],
}

export const HOJA_SEMAFORO: EsquemaHoja = {
  nombre: 'Semáforo',
  titulo: 'Rangos del semáforo',
  nota: 'Porcentajes enteros de cumplimiento. Hasta vacío: sin límite.',
  contiene: 'Rangos de cumplimiento, en porcentajes enteros.',
  diligencia: 'Los rangos cubren una sola vez cada porcentaje desde 0. Hasta vacío significa sin límite.',
  columnas: [
    columna('Color', 'texto', 14, {
      lista: COLORES.map(mayuscula),
      obligatoria: true,
      ayuda: 'Verde, Amarillo o Rojo; ninguno se repite.',
    }),
    columna('Desde', 'entero', 10, { obligatoria: true, ayuda: 'Primer porcentaje entero del rango. El menor de los tres es 0.' }),
    columna('Hasta', 'entero', 10, { ayuda: 'Último porcentaje entero del rango. Vacío: sin límite.' }),
  ],
}

// What the docx library does slowly, said faster: its page estimate copies what it puts together with each letter and each word, builds many
// thousands of small objects and looks letters and fonts up time and again. With these, the pages of a report are found in half of the
// processor's time. A test lays the same documents out with the library as it is published (test/paginas-por-seccion.test.ts).

/** By file of the library: what stands there and what is put in its place. */
export const DOCX = [
  {
    // The compiler's helper for `{ ...a, ...b }` reads symbols and defines each property apart; its targets are always new objects.
    files: /./,
    from: /function _objectSpread2\(e\) \{[\s\S]*?\n\}/u,
    to: `function _objectSpread2(e) {
	for (var r = 1; r < arguments.length; r++) if (arguments[r] != null) Object.assign(e, arguments[r]);
	return e;
}`,
  },
  {
    // The same of a class's own fields: their names are texts, and new.
    files: /./,
    from: /function _defineProperty\(e, r, t\) \{\n/u,
    to: 'function _defineProperty(e, r, t) {\n\tif (typeof r === "string" && !(r in e)) return e[r] = t, e;\n',
  },
  {
    // Each component of the document, and most have one child or two.
    files: /^index\.mjs$/,
    from: /const children = this\.root\.flatMap\(\(comp\) => \{[\s\S]*?\n\t\t\}\)\.filter\(\(comp\) => comp !== void 0\);/u,
    to: `const children = [];
		const add = (child) => {
			if (Array.isArray(child)) for (const one of child) one !== void 0 && children.push(one);
			else if (child !== void 0) children.push(child);
		};
		const addAll = this.writesInOrder?.() ? (child) => add(Array.isArray(child) ? child.map(inText) : inText(child)) : add;
		for (let at = 0, { root } = this, all = root.length; at < all; at++) {
			const comp = root[at];
			if (!isXmlComponent(comp)) addAll(comp);
			else if (comp.writtenAs) addAll(comp.writtenAs.map((part) => part.prepForXml(context)));
			else addAll(comp.prepForXml(context));
		}`,
  },
  {
    // The body is put in text a block at a time, where nothing is filled in once all of it is there: it had all of it as one tree, and that
    // tree as another, before the first letter of its text.
    files: /^index\.mjs$/,
    from: /(var Body = class extends XmlComponent \{[\s\S]*?\n\t)(prepForXml\(context\) \{)/u,
    to: `$1writesInOrder() {
		return !this.pageNumbers && !this.root.some((child) => child instanceof TableOfContents);
	}
	$2`,
  },
  {
    files: /^index\.mjs$/,
    from: 'var stringifyXmlable = (input, {',
    to: `class InText {
	constructor(xml) {
		this.xml = xml;
	}
}
var inText = (child) => child === void 0 ? child : new InText(written(child));
var written = (data) => {
	const out = [];
	writeIn(out, data);
	return out.join("");
};
var isAttributes = (value) => typeof value === "object" && Object.keys(value)[0] === "_attr";
var writeIn = (out, data) => {
	if (data instanceof InText) return out.push(data.xml);
	const name = Object.keys(data)[0];
	const values = name === void 0 ? void 0 : data[name];
	let open = name ? "<" + name : "";
	const addAttributes = (attr) => {
		for (const key of Object.keys(attr)) open += \` \${key}="\${String(escapeValue(attr[key]))}"\`;
	};
	const isObject = typeof values === "object" && values !== null, isList = Array.isArray(values);
	if (isObject && values._attr) addAttributes(values._attr);
	if (isList) {
		for (const value of values) if (isAttributes(value)) addAttributes(value._attr);
	}
	if (values === null || isObject && !isList && !values._cdata) return out.push(open + "/>");
	out.push(name ? open + ">" : open);
	if (!isObject) values !== void 0 && out.push(escapeValue(values));
	else if (values._cdata) out.push(\`<![CDATA[\${values._cdata.replace(/\\]\\]>/g, "]]]]><![CDATA[>")}]]>\`);
	if (isList) {
		// A text takes the place of what stands right before it, as it did.
		let last = out.length;
		for (const value of values) if (typeof value !== "object") {
			out.length = last;
			value !== void 0 && out.push(escapeValue(value));
		} else if (!isAttributes(value)) {
			last = out.length;
			writeIn(out, value);
		}
	}
	if (name) out.push("</" + name + ">");
};
var stringifyXmlable = (input, {`,
  },
  {
    files: /^index\.mjs$/,
    from: 'items.map((item, i) => format(resolve(item, indent, startDepth), indent, i === items.length - 1)).join("")',
    to: 'items.map((item, i) => indent ? format(resolve(item, indent, startDepth), indent, i === items.length - 1) : written(item)).join("")',
  },
  {
    // Pictures are named by it.
    files: /^index\.mjs$/,
    from: /var hashedId = \(data\) => Array\.from\(sha1\(([^;]*)\), \(byte\) => [^;]*\)\.join\(""\);/u,
    to: 'var hashedId = (data) => require("node:crypto").createHash("sha1").update($1).digest("hex");',
  },
  {
    files: /^layout\.mjs$/,
    from: 'var withoutUndefined = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== void 0));',
    to: `var withoutUndefined = (object) => {
	const defined = {};
	for (const key of Object.keys(object)) if (object[key] !== void 0) defined[key] = object[key];
	return defined;
};`,
  },
  {
    files: /^layout\.mjs$/,
    from: 'var combine = (formats) => formats.reduce((all, format) => _objectSpread2(_objectSpread2({}, all), withoutUndefined(format)), {});',
    to: `var combine = (formats) => {
	const all = {};
	for (const format of formats) if (format != null) for (const key of Object.keys(format)) if (format[key] !== void 0) all[key] = format[key];
	return all;
};`,
  },
  {
    // Asked of every letter: of those of ASCII, whichever the run.
    files: /^layout\.mjs$/,
    from: 'if (isComplexRun(format)) return "complex";\n\tif (isEastAsian(character)) return "eastAsian";',
    to: 'if (isComplexRun(format)) return "complex";\n\tif (character <= "\\x7F") return "latin";\n\tif (isEastAsian(character)) return "eastAsian";',
  },
  {
    // A letter goes on with those before it in place: what is put together is this function's own.
    files: /^layout\.mjs$/,
    from: `(last === null || last === void 0 ? void 0 : last.slot) === slot ? [...all.slice(0, -1), {
			slot,
			text: last.text + character
		}] : [...all, {
			slot,
			text: character
		}];`,
    to: `last !== void 0 && last.slot === slot ? (last.text += character, all) : (all.push({
			slot,
			text: character
		}), all);`,
  },
  {
    // The same of the letters of a word.
    files: /^layout\.mjs$/,
    from: /last\.pieces\[last\.pieces\.length - 1 \+ \(same \? 0 : 1\)\] = _objectSpread2\([\s\S]*?\{ apart: true \} : \{\}\);/u,
    to: `if (same) piece.text += character;
				else last.pieces.push(_objectSpread2({
					text: character,
					font
				}, own));`,
  },
  {
    files: /^layout\.mjs$/,
    from: 'var lengthOf = (pieces) => pieces.reduce((total, { text }) => total + [...text].length, 0);',
    to: `var beyondOneUnit = /[\\ud800-\\udfff]/;
var lengthOf = (pieces) => pieces.reduce((total, { text }) => total + (beyondOneUnit.test(text) ? [...text].length : text.length), 0);`,
  },
  {
    // The line that a word is put on is this function's own from here on: what a word changes of it is changed in place.
    files: /^layout\.mjs$/,
    from: 'line = _objectSpread2(_objectSpread2({}, place(line)), {}, { position: line.position + leadOf(line, skipped || overflows && !squeezed) });',
    to: 'line = Object.assign(place(line), { position: line.position + leadOf(line, skipped || overflows && !squeezed) });',
  },
  {
    files: /^layout\.mjs$/,
    from: 'line = _objectSpread2(_objectSpread2(_objectSpread2({}, line), snapping && token.type === "word" ? { latin: snapped(line, token.pieces, kernOn(line)).latin } : {}), {}, {',
    to: 'if (snapping && token.type === "word") line.latin = snapped(line, token.pieces, kernOn(line)).latin;\n\t\t\t\tObject.assign(line, {',
  },
  {
    files: /^layout\.mjs$/,
    from: `line = _objectSpread2(_objectSpread2({}, line), {}, {
				end: line.position,
				between: line.spaceCount,
				heights: withToken(line.heights, token),
				started: true,`,
    to: `Object.assign(line, {
				end: line.position,
				between: line.spaceCount,
				heights: withToken(line.heights, token),
				started: true,`,
  },
  {
    // The styles that a style is based on, asked four times for each paragraph.
    files: /^layout\.mjs$/,
    from: /var styleChain = \(\{ styles \}, id, type\) => \{([\s\S]*?)return walk\(id, ([^;]*)\);\n\};/u,
    to: `var styleChains = /* @__PURE__ */ new WeakMap();
var styleChain = ({ styles }, id, type) => {
	const known = styleChains.get(styles) ?? /* @__PURE__ */ new Map(), name = type + " " + id;
	styleChains.set(styles, known);
	if (known.has(name)) return known.get(name);$1const chain = walk(id, $2);
	known.set(name, chain);
	return chain;
};`,
  },
  {
    // Below U+0300 only the soft hyphen is a mark or a format character.
    files: /^layout\.mjs$/,
    from: /var takesNoRoom = \(character\) => ([^\n]*);\n/u,
    to: 'var takesNoRoom = (character) => (character >= "\\u0300" || character === "\\xAD") && $1;\n',
  },
  {
    // Of the fonts of a document, which are few, asked several times for each word.
    files: /^layout\.mjs$/,
    from: /const key = `\$\{font\.toLowerCase\(\)\}\|\$\{bold\}\|\$\{italic\}`;\n\t\tif \(!chosen\.has\(key\)\) \{([\s\S]*?)chosen\.set\(key, ([\s\S]*?)\);\n\t\t\}\n\t\treturn chosen\.get\(key\);/u,
    to: `let four = chosen.get(font);
		if (four === void 0) chosen.set(font, four = []);
		const at = (bold ? 2 : 0) + (italic ? 1 : 0);
		if (!(at in four)) {$1four[at] = $2;
		}
		return four[at];`,
  },
  {
    files: /^layout\.mjs$/,
    from: 'return face ? text.split("\t").reduce(',
    to: 'return face ? !text.includes("\t") ? widthIn(face, text, font) : text.split("\t").reduce(',
  },
  {
    files: /^layout\.mjs$/,
    from: `for (const [index, glyph] of glyphs.entries()) {
				const next = glyphs[index + 1];`,
    to: `for (let index = 0; index < glyphs.length; index++) {
				const glyph = glyphs[index], next = glyphs[index + 1];`,
  },
  {
    files: /^layout\.mjs$/,
    from: '[...text].find((character) => character !== "\t" && !takesNoRoom(character) && face.advanceOf(character.codePointAt(0)) === void 0)',
    to: 'unknownIn(face, text)',
  },
  {
    files: /^layout\.mjs$/,
    from: 'var createFontFileMeasurer = (faces, fallback = DEFAULT_MEASURER) => {',
    to: `var unknownIn = (face, text) => {
	for (const character of text) if (character !== "\t" && face.advanceOf(character.codePointAt(0)) === void 0 && !takesNoRoom(character)) return character;
};
var createFontFileMeasurer = (faces, fallback = DEFAULT_MEASURER) => {`,
  },
  {
    files: /^layout\.mjs$/,
    from: 'return cloudFonts.has(font.toLowerCase()) && unknownFont({ font }, text);',
    to: `let known = offered.get(font);
	if (known === void 0) offered.set(font, known = cloudFonts.has(font.toLowerCase()));
	return known && unknownFont({ font }, text);`,
  },
  {
    files: /^layout\.mjs$/,
    from: 'var cloudFonts = /* @__PURE__ */ new Set();',
    to: 'var cloudFonts = /* @__PURE__ */ new Set();\nvar offered = /* @__PURE__ */ new Map();',
  },
  {
    // Most words make their line no taller.
    files: /^layout\.mjs$/,
    from: `return _objectSpread2(_objectSpread2({}, heights), {}, {
		ascent: Math.max(heights.ascent, Math.max(0, line - descent + raise) + room),
		descent: Math.max(heights.descent, Math.max(0, descent - raise) + room),
		tallest: Math.max(heights.tallest, line + 2 * room)
	}, emphasis`,
    to: `const up = Math.max(0, line - descent + raise) + room, down = Math.max(0, descent - raise) + room, tall = line + 2 * room;
	if (emphasis === void 0 && up <= heights.ascent && down <= heights.descent && tall <= heights.tallest) return heights;
	return _objectSpread2(_objectSpread2({}, heights), {}, {
		ascent: Math.max(heights.ascent, up),
		descent: Math.max(heights.descent, down),
		tallest: Math.max(heights.tallest, tall)
	}, emphasis`,
  },
  {
    // Most paragraphs and runs say nothing of their letters: thirty look-ups in nothing give nothing.
    files: /^layout\.mjs$/,
    from: /var readRunFormat = \(element, themeFonts\) => \{\n/u,
    to: 'var readRunFormat = (element, themeFonts) => {\n\tif (element === void 0) return {};\n',
  },
  {
    // Asked of every letter, with the same few fonts.
    files: /^layout\.mjs$/,
    from: /var knownEastAsianFontOf = \(font\) => \{\n\tconst name = font\.toLowerCase\(\);\n\treturn ([^;]*);\n\};/u,
    to: `var knownEastAsianFonts = /* @__PURE__ */ new Map();
var knownEastAsianFontOf = (font) => {
	if (!knownEastAsianFonts.has(font)) {
		const name = font.toLowerCase();
		knownEastAsianFonts.set(font, $1);
	}
	return knownEastAsianFonts.get(font);
};`,
  },
  {
    // Its compiler made calls of the patterns that speak of kinds of letters, which make them anew each time; last, for the rest quote them.
    files: /./,
    from: /new RegExp\(("(?:[^"\\]|\\.)*"), "([a-z]*)"\)/gu,
    to: (_, pattern, flags) => String(new RegExp(JSON.parse(pattern), flags)),
  },
]

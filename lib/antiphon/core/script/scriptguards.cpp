// SPDX-FileCopyrightText: 2026 The Antiphon contributors
// SPDX-License-Identifier: MIT

#include <antiphon/core/script/sandbox.h>

namespace Antiphon {

// Runs before any script, with functions of the sandbox in `host`. What it takes hold of here, no
// script can change afterwards.
static constexpr char source[] = R"js((function (host) {
'use strict';
const { watch, list, random, write, now } = host;
const { apply, construct, defineProperty } = Reflect;
const { isArray } = Array;
const { stringify } = JSON;
const text = String, List = Array, Pattern = RegExp, Time = Date;
const TypeFault = TypeError, RangeFault = RangeError;
const mostWork = 400000000; // steps of a plain search

const put = (owner, name, value) =>
    defineProperty(owner, name, { value, writable: true, configurable: true, enumerable: false });
const replace = (owner, name, make) => {
    const native = owner[name];
    if (typeof native !== 'function')
        return;
    const made = make(native);
    defineProperty(made, 'length', { value: native.length, configurable: true });
    put(owner, name, made);
};
const each = (owner, names, make) => {
    for (const name of names.split(' '))
        replace(owner, name, native => make(native, name));
};

// Lists: a length may be claimed without a single entry, and is then walked step by step.
const lists = (native, name) => ({ [name](...rest) {
    watch();
    list(this);
    return apply(native, this, rest);
} })[name];
const watched = (native, name) => ({ [name](...rest) {
    watch();
    return apply(native, this, rest);
} })[name];

const flatten = (from, depth, into) => {
    list(from);
    for (let i = 0; i < from.length; ++i) {
        if (!(i in from))
            continue;
        const item = from[i];
        if (depth >= 1 && isArray(item))
            flatten(item, depth - 1, into);
        else
            put(into, into.length, item);
    }
    return into;
};
const order = (a, b) => {
    const x = text(a), y = text(b);
    return x < y ? -1 : x > y ? 1 : 0;
};

const array = List.prototype;
each(array, 'copyWithin every fill filter find findIndex findLast findLastIndex forEach includes '
    + 'indexOf join lastIndexOf map reduce reduceRight reverse shift slice some splice '
    + 'toLocaleString toReversed toSpliced toString unshift with', lists);
each(array, 'sort toSorted', (native, name) => ({ [name](by) {
    watch();
    list(this);
    return apply(native, this, [by === undefined ? order : by]);
} })[name]);
replace(array, 'concat', native => ({ concat(...rest) {
    watch();
    list(this);
    for (let i = 0; i < rest.length; ++i)
        list(rest[i]);
    return apply(native, this, rest);
} }).concat);
const map = array.map;
replace(array, 'flat', () => ({ flat(depth = 1) {
    watch();
    return flatten(this, +depth || 0, []);
} }).flat);
replace(array, 'flatMap', () => ({ flatMap(...rest) {
    return flatten(apply(map, this, rest), 1, []);
} }).flatMap);
const typed = Object.getPrototypeOf(Uint8Array.prototype);
each(typed, 'copyWithin every fill filter find findIndex findLast findLastIndex forEach includes '
    + 'indexOf join lastIndexOf map reduce reduceRight reverse set slice some sort toReversed '
    + 'toSorted toLocaleString with', watched);
each(Map.prototype, 'get set has delete forEach', watched);
each(Set.prototype, 'add has delete forEach', watched);
each(Object, 'assign entries values keys fromEntries groupBy getOwnPropertyDescriptors freeze',
    watched);

// Texts: a plain search looks for each sign of the one in the other.
const plain = (whole, sought) => {
    if (whole.length * sought.length > mostWork)
        throw new RangeFault('These texts are too long to search one in the other.');
    return sought;
};
const itself = value => {
    if (value === null || value === undefined)
        throw new TypeFault('There is no text here.');
    return typeof value === 'string' ? value : text(value);
};
const string = text.prototype;
each(string, 'codePointAt concat endsWith isWellFormed localeCompare match matchAll normalize '
    + 'padEnd padStart repeat search slice startsWith substr substring toLocaleLowerCase '
    + 'toLocaleUpperCase toLowerCase toUpperCase toWellFormed trim trimEnd trimStart',
    (native, name) => ({ [name](...rest) {
        watch();
        return apply(native, itself(this), rest);
    } })[name]);
each(string, 'indexOf lastIndexOf includes', (native, name) => ({ [name](sought, from) {
    watch();
    if (sought instanceof Pattern && name === 'includes')
        throw new TypeFault('includes() looks for a text, not for a regular expression.');
    const whole = itself(this);
    return apply(native, whole, [plain(whole, text(sought)), from]);
} })[name]);
const dispatched = symbol => (native, name) => ({ [name](sought, other) {
    watch();
    const whole = itself(this);
    if (sought !== null && (typeof sought === 'object' || typeof sought === 'function')) {
        if (name === 'replaceAll' && sought instanceof Pattern && !sought.global)
            throw new TypeFault('replaceAll() needs a regular expression with the flag g.');
        const method = sought[symbol];
        if (method !== null && method !== undefined)
            return apply(method, sought, [whole, other]);
    }
    if (name === 'split' && sought === undefined)
        return [whole];
    return apply(native, whole, [plain(whole, text(sought)), other]);
} })[name];
each(string, 'split', dispatched(Symbol.split));
each(string, 'replace replaceAll', dispatched(Symbol.replace));

replace(JSON, 'stringify', native => ({ stringify(value, filter, indent) {
    watch();
    if (typeof filter === 'object')
        list(filter);
    return apply(native, JSON, [value, filter, indent]);
} }).stringify);
each(JSON, 'parse', watched);

// The time stands still, and chance is the call's.
function FixedDate(...parts) {
    if (new.target === undefined)
        return text(new Time(now));
    return construct(Time, parts.length === 0 ? [now] : parts, new.target);
}
defineProperty(FixedDate, 'name', { value: 'Date' });
defineProperty(FixedDate, 'length', { value: 7 });
defineProperty(FixedDate, 'prototype', { value: Time.prototype, writable: false });
put(FixedDate, 'now', () => now);
put(FixedDate, 'parse', Time.parse);
put(FixedDate, 'UTC', Time.UTC);
put(Time.prototype, 'constructor', FixedDate);
put(globalThis, 'Date', FixedDate);
put(Math, 'random', () => random());

const shown = value => {
    if (typeof value === 'string')
        return value;
    if (typeof value !== 'object' || value === null || value instanceof Error)
        return text(value);
    const json = stringify(value);
    return json === undefined ? text(value) : json;
};
const console = {};
for (const name of ['debug', 'error', 'info', 'log', 'warn'])
    put(console, name, (...values) => {
        let line = '';
        for (let i = 0; i < values.length; ++i)
            line += (i > 0 ? ' ' : '') + shown(values[i]);
        write(line);
    });
put(globalThis, 'console', console);
for (const name of ['Atomics', 'SharedArrayBuffer', 'performance', 'gc', 'print'])
    delete globalThis[name];
})
)js";

QByteArrayView scriptGuards()
{
    return {source, sizeof(source) - 1};
}

} // namespace Antiphon

// Azurite keeps each table of each account in a collection of LokiJS, which looks for one by its name through all of them:
// a run of the tests makes tens of thousands. Loaded before Azurite (node -r), this finds it at once.
const Loki = require("lokijs");

const { addCollection, removeCollection } = Loki.prototype;
const collections = new WeakMap();

function byName(database) {
  if (!collections.has(database)) {
    collections.set(database, new Map());
  }
  return collections.get(database);
}

Loki.prototype.getCollection = function (name) {
  return byName(this).get(name) ?? null;
};

Loki.prototype.addCollection = function (name, options) {
  const known = this.getCollection(name);
  if (known) {
    return known;
  }
  const others = this.collections;
  this.collections = [];
  const added = addCollection.call(this, name, options);
  others.push(added);
  this.collections = others;
  byName(this).set(name, added);
  return added;
};

Loki.prototype.removeCollection = function (name) {
  byName(this).delete(name);
  removeCollection.call(this, name);
};

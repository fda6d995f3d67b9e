"""Reads exports with the libraries of those who take them, and prints what was found.

check_exports.py FOLDER: the folder holds one file of each format, named as in an edition's bundle.
"""
import json
import sys

import bibtexparser
import rdflib
from fhir.resources.bundle import Bundle

folder = sys.argv[1]


def read(name):
    with open(f"{folder}/{name}", encoding="utf-8") as file:
        return file.read()


bundle = Bundle.model_validate_json(read("fhir-bundle.json"))
system, *sets = [entry.resource for entry in bundle.entry]
assert system.get_resource_type() == "CodeSystem"
assert system.count == len(system.concept) == len({concept.code for concept in system.concept})
declared = {prop.code for prop in system.property}
for concept in system.concept:
    assert {prop.code for prop in concept.property} <= declared, concept.code
codes = {concept.code for concept in system.concept}
counts = []
for value_set in sets:
    assert value_set.get_resource_type() == "ValueSet"
    (include,) = value_set.compose.include
    assert include.system == system.url
    members = [member.code for member in include.concept or []]
    assert set(members) <= codes
    counts.append(len(members))
print("fhir", system.url, len(codes), *counts)

graph = rdflib.Graph().parse(data=read("skos.jsonld"), format="json-ld")
skos = rdflib.Namespace("http://www.w3.org/2004/02/skos/core#")
(scheme,) = graph.subjects(rdflib.RDF.type, skos.ConceptScheme)
concepts = set(graph.subjects(rdflib.RDF.type, skos.Concept))
tops = set(graph.objects(scheme, skos.hasTopConcept))
assert tops < concepts
for concept in concepts:
    assert len(list(graph.objects(concept, skos.prefLabel))) == 1, concept
    assert (concept in tops) != bool(list(graph.objects(concept, skos.broader))), concept
for name in (skos.related, skos.broader, skos.member):
    assert set(graph.objects(None, name)) <= concepts, name
print("skos", scheme, len(concepts) - len(tops), len(tops))

entries = bibtexparser.loads(read("references.bib")).entries
assert len(entries) == len({entry["ID"] for entry in entries})
assert all(entry["title"] for entry in entries)
print("bibtex", len(entries), sum(entry["ID"].startswith("ref:") for entry in entries))

data = json.loads(read("portfolio.json"))
print("json", data["schema"], len(data["standards"]))

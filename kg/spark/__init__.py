"""Reading on a Spark cluster. "And if the texts outgrow one machine?".

The machines read (``work``), each a few pieces of the inputs (``pieces``) at a time; what they found is put
beside the graph as it is found on one machine (``gather``), and from there on nothing is different: the same
rules make the same graph of it. Needs Java and the extra ``spark``; every machine has kg and sees the inputs
and the build folder under the same path.
"""
